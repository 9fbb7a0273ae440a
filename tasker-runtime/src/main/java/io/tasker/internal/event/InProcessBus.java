package io.tasker.internal.event;

import io.tasker.event.EventBus;
import io.tasker.event.EventPattern;
import io.tasker.event.EventSubscriber;
import io.tasker.event.EventSubscription;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Gives each subscriber a lane of its own. */
final class InProcessBus implements EventBus {
  private final Executor threads;
  private final int buffer;
  private final EventReporter reporter;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private volatile boolean isClosed;

  InProcessBus(Executor threads, int buffer, EventReporter reporter) {
    this.threads = threads;
    this.buffer = buffer;
    this.reporter = reporter;
  }

  private final class Subscriber implements EventSubscription {
    private final List<EventPattern> patterns;
    private final EventSubscriber target;
    private final String where;
    private final EventLane<Delivery> lane;

    Subscriber(String name, List<EventPattern> patterns, EventSubscriber target) {
      this.patterns = patterns;
      this.target = target;
      this.where = "subscriber '" + name + "'";
      this.lane =
          new EventLane<>(
              "tasker-subscriber-" + name,
              buffer,
              threads,
              this::deliver,
              (delivery, count) -> reporter.dropped(delivery.firing(), where, count));
    }

    private boolean wants(String event) {
      return patterns.stream().anyMatch(pattern -> pattern.matches(event));
    }

    private void deliver(Delivery delivery) {
      try {
        target.receive(delivery.event());
      } catch (Throwable e) {
        // Foreign code at the edge: the next event comes all the same.
        reporter.failed(delivery.firing(), where, e);
      }
    }

    @Override
    public void cancel() {
      subscribers.remove(this);
      lane.cancel();
    }

    @Override
    public long dropped() {
      return lane.dropped();
    }
  }

  @Override
  public EventSubscription subscribe(String pattern, EventSubscriber subscriber) {
    return subscribe(pattern, List.of(new EventPattern(pattern)), subscriber);
  }

  EventSubscription subscribe(
      String name, List<EventPattern> patterns, EventSubscriber subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    if (isClosed) {
      throw new IllegalStateException(
          "The engine is closed and publishes no more events to '" + name + "'");
    }
    Subscriber added = new Subscriber(name, patterns, subscriber);
    subscribers.add(added);
    return added;
  }

  void publish(Delivery delivery) {
    for (Subscriber subscriber : subscribers) {
      if (subscriber.wants(delivery.event().name())) {
        subscriber.lane.offer(delivery);
      }
    }
  }

  void close(long deadlineNanos) throws InterruptedException {
    isClosed = true;
    for (Subscriber subscriber : subscribers) {
      subscriber.lane.awaitIdle(deadlineNanos);
    }
  }

  void dropRest() {
    isClosed = true;
    subscribers.forEach(subscriber -> subscriber.lane.close());
  }
}
