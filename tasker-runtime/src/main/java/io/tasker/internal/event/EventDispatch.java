package io.tasker.internal.event;

import io.tasker.event.DomainEvent;
import io.tasker.event.EngineListener;
import io.tasker.event.EventBus;
import io.tasker.event.EventMetadata;
import io.tasker.event.EventPattern;
import io.tasker.event.EventPublishingException;
import io.tasker.event.EventSink;
import io.tasker.event.EventSubscriber;
import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Publishes events behind the back of the steps: one lane for the publishers, one for the sink and
 * one for each subscriber, so that all see the events of a task in order and none waits for
 * another.
 */
public final class EventDispatch {
  private final JacksonCodec codec;
  private final @Nullable EventSink sink;
  private final EventReporter reporter;
  private final InProcessBus bus;
  private final EventLane<Firing> publishing;
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
    this.codec = codec;
    this.sink = sink;
    this.reporter = new EventReporter(listener);
    this.bus = new InProcessBus(threads, buffer, reporter);
    this.publishing =
        new EventLane<>(
            "tasker-publisher",
            buffer,
            threads,
            this::publish,
            (firing, count) -> reporter.dropped(firing, where(firing), count));
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
   * Takes an event to be published. Returns at once and throws nothing.
   *
   * @param firing the event
   */
  public void fire(Firing firing) {
    publishing.offer(firing);
  }

  private void publish(Firing firing) {
    StepEventPublisher publisher = firing.declared().publisher();
    String name = firing.event();
    StepOutcome outcome = firing.outcome();
    try {
      if (!publisher.shouldPublish(name, outcome)) {
        return;
      }
      JsonNode payload = publisher.transformPayload(name, payload(firing), outcome);
      requireValid(firing, payload);
      DomainEvent event =
          new DomainEvent(
              firing.id(), name, DomainEvent.VERSION, payload, metadata(firing, publisher));
      if (publisher.beforePublish(event)) {
        deliver(new Delivery(firing, event));
      }
    } catch (Throwable e) {
      failed(firing, where(firing), e);
    }
  }

  // A copy, since later steps read the result, too.
  private JsonNode payload(Firing firing) {
    return firing
        .outcome()
        .failure()
        .map(failure -> ErrorPayload.of(failure, codec))
        .orElseGet(() -> firing.result().get().deepCopy());
  }

  private static void requireValid(Firing firing, JsonNode payload) {
    List<String> problems = firing.declared().schema().problems(payload);
    if (!problems.isEmpty()) {
      throw new EventPublishingException(
          "The payload of '%s' does not fit the event's schema: %s"
              .formatted(firing.event(), String.join("; ", problems)));
    }
  }

  private static EventMetadata metadata(Firing firing, StepEventPublisher publisher) {
    StepOutcome outcome = firing.outcome();
    return new EventMetadata(
        outcome.task().id(),
        outcome.stepUuid(),
        outcome.step(),
        outcome.task().namespace(),
        outcome.task().correlationId(),
        firing.firedAt(),
        firing.declared().publisherName(),
        publisher.additionalMetadata(firing.event(), outcome));
  }

  private void deliver(Delivery delivery) {
    DeliveryMode mode = delivery.firing().declared().declaration().deliveryMode();
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
