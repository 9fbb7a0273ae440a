package io.tasker.internal.event;

import io.tasker.event.EngineListener;
import io.tasker.event.EventBus;
import io.tasker.event.EventPattern;
import io.tasker.event.EventPublishingException;
import io.tasker.event.EventSink;
import io.tasker.event.EventSubscriber;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events behind the back of the steps: one lane for the publishers, one for the sink and
 * one for each subscriber, so that all see the events of a task in order and none waits for
 * another.
 */
public final class EventDispatch {
  private static final Duration FOR_PUBLISHER = Duration.ofSeconds(5);

  private final EventPreparation preparation;
  private final @Nullable EventSink sink;
  private final EventReporter reporter;
  private final InProcessBus bus;
  private final EventLane<Publication> publishing;
  private final EventLane<Delivery> sinking;

  /**
   * Creates the dispatch.
   *
   * @param codec the codec of payloads
   * @param sink where durable events go, or null for the process
   * @param threads where publishers, the sink and subscribers are called
   * @param buffer how many events may wait for each of them
   * @param listener is told what becomes of events; throws nothing
   */
  public EventDispatch(
      JacksonCodec codec,
      @Nullable EventSink sink,
      Executor threads,
      int buffer,
      EngineListener listener) {
    this.preparation = new EventPreparation(codec);
    this.sink = sink;
    this.reporter = new EventReporter(listener);
    this.bus = new InProcessBus(threads, buffer, reporter);
    this.publishing =
        new EventLane<>(
            "tasker-publisher",
            buffer,
            threads,
            this::handle,
            (event, count) -> reporter.dropped(event.firing(), where(event.firing()), count));
    this.sinking =
        new EventLane<>("tasker-event-sink", buffer, threads, this::sink, this::droppedAtSink);
  }

  /**
   * Returns the bus.
   *
   * @return the bus
   */
  public EventBus bus() {
    return bus;
  }

  /**
   * Adds a subscriber that has several patterns and gets each event once.
   *
   * @param name its name for messages
   * @param patterns which events it wants
   * @param subscriber the subscriber
   */
  public void subscribe(String name, List<EventPattern> patterns, EventSubscriber subscriber) {
    bus.subscribe(name, patterns, subscriber);
  }

  /**
   * Publishes an event; of one that is finished and was sent, what is left to do in this process.
   * Returns at once and throws nothing.
   *
   * @param event the event
   */
  public void publish(Publication event) {
    publishing.offer(event);
  }

  /**
   * Finishes an event that is sent by the caller. Its publisher has a few seconds for it; what goes
   * wrong is reported, and nothing is thrown.
   *
   * @param firing the event
   * @param threads where the publisher is called
   * @return the event, or empty if it is not to be published
   */
  public Optional<Delivery> prepare(Firing firing, Executor threads) {
    FutureTask<Optional<Delivery>> preparing = new FutureTask<>(() -> preparation.prepare(firing));
    try {
      threads.execute(preparing);
      return preparing.get(FOR_PUBLISHER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      unpublished(firing, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | RejectedExecutionException e) {
      preparing.cancel(true);
      unpublished(firing, unfinished(firing));
    } catch (InterruptedException e) {
      preparing.cancel(true);
      Thread.currentThread().interrupt();
      unpublished(firing, unfinished(firing));
    }
    return Optional.empty();
  }

  // Behind the lane: the publisher's answer to an error may take its time, too.
  private void unpublished(Firing firing, Throwable cause) {
    publish(new Unpublished(firing, where(firing), cause));
  }

  private static EventPublishingException unfinished(Firing firing) {
    return new EventPublishingException(
        "Event '%s' is lost: %s did not finish it within %s or before the end of the engine"
            .formatted(firing.event(), where(firing), FOR_PUBLISHER));
  }

  private void handle(Publication publication) {
    if (publication instanceof Firing firing) {
      publish(firing);
    } else if (publication instanceof Delivery sent) {
      if (mode(sent) == DeliveryMode.BROADCAST) {
        bus.publish(sent);
      }
      published(sent);
    } else if (publication instanceof Unpublished lost) {
      failed(lost.firing(), lost.where(), lost.cause());
    }
  }

  private static DeliveryMode mode(Delivery delivery) {
    return delivery.firing().declared().declaration().deliveryMode();
  }

  private void publish(Firing firing) {
    try {
      preparation.prepare(firing).ifPresent(this::deliver);
    } catch (Throwable e) {
      failed(firing, where(firing), e);
    }
  }

  private void deliver(Delivery delivery) {
    DeliveryMode mode = mode(delivery);
    boolean isForSink = sink != null && mode != DeliveryMode.FAST;
    if (!isForSink || mode == DeliveryMode.BROADCAST) {
      bus.publish(delivery);
    }
    if (isForSink) {
      sinking.offer(delivery);
    } else {
      published(delivery);
    }
  }

  private void sink(Delivery delivery) {
    try {
      if (sink != null) {
        sink.accept(delivery.event());
      }
    } catch (Throwable e) {
      failed(delivery.firing(), "the event sink", e);
      return;
    }
    published(delivery);
  }

  private void droppedAtSink(Delivery delivery, long count) {
    reporter.dropped(delivery.firing(), "the event sink", count);
    tellPublisher(
        delivery.firing(),
        new EventPublishingException(
            "The event sink has no room for '%s': it is too slow or the engine is closed"
                .formatted(delivery.event().name())));
  }

  private void published(Delivery delivery) {
    reporter.published(delivery.firing());
    try {
      delivery.firing().declared().publisher().afterPublish(delivery.event());
    } catch (Throwable e) {
      // The event is out all the same, so the publisher is not told of an error.
      reporter.failed(delivery.firing(), where(delivery.firing()), e);
    }
  }

  private void failed(Firing firing, String where, Throwable cause) {
    reporter.failed(firing, where, cause);
    tellPublisher(firing, cause);
  }

  private void tellPublisher(Firing firing, Throwable cause) {
    try {
      firing.declared().publisher().onPublishError(firing.event(), firing.outcome(), cause);
    } catch (Throwable e) {
      reporter.failed(firing, where(firing), e);
    }
  }

  private static String where(Firing firing) {
    return "publisher '" + firing.declared().publisherName() + "'";
  }

  /**
   * Waits until all events are out, then drops those that are left. Events of steps that end later
   * are dropped, too.
   *
   * @param bound the longest wait, in real time
   * @throws InterruptedException if the thread is interrupted; what is left is dropped then
   */
  public void close(Duration bound) throws InterruptedException {
    long nanos = Math.min(TimeUnit.NANOSECONDS.convert(bound), Long.MAX_VALUE / 2);
    long deadline = System.nanoTime() + nanos;
    try {
      publishing.awaitIdle(deadline);
      sinking.awaitIdle(deadline);
      bus.close(deadline);
    } finally {
      dropRest();
    }
  }

  /** Drops all events that wait, and those of steps that end later. A second call does nothing. */
  public void dropRest() {
    publishing.close();
    sinking.close();
    bus.dropRest();
  }
}
