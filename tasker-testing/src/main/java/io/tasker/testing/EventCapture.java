package io.tasker.testing;

import io.tasker.event.DomainEvent;
import io.tasker.event.EventPattern;
import io.tasker.event.EventPublishingException;
import io.tasker.event.EventSink;
import io.tasker.event.EventSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the domain events it is given, as a subscriber, as the sink, or as both.
 *
 * <pre>{@code
 * EventCapture durable = new EventCapture();
 * try (LocalEngine engine = LocalEngine.builder().registry(handlers).eventSink(durable).build()) {
 *   engine.submit(request).await();
 *   durable.await("payment.*", 1, Duration.ofSeconds(10));
 * }
 * assertThat(durable.only("payment.processed").payload(Payment.class)).isEqualTo(payment);
 * }</pre>
 */
public final class EventCapture implements EventSubscriber, EventSink {
  private final Object lock = new Object();
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  /** Creates a capture without events. */
  public EventCapture() {}

  @Override
  public void receive(DomainEvent event) {
    synchronized (lock) {
      events.add(Objects.requireNonNull(event, "event"));
      lock.notifyAll();
    }
  }

  @Override
  public void accept(DomainEvent event) {
    receive(event);
  }

  /** Keeps why an event that a step meant to publish did not come, for messages. */
  void refuse(EventPublishingException cause) {
    synchronized (lock) {
      refused.add(String.valueOf(cause.getMessage()));
    }
  }

  /**
   * Returns all events so far.
   *
   * @return the events in the order they came; unmodifiable
   */
  public List<DomainEvent> events() {
    synchronized (lock) {
      return List.copyOf(events);
    }
  }

  /**
   * Returns some of the events so far.
   *
   * @param pattern their names, see {@link EventPattern}
   * @return the events in the order they came; unmodifiable
   * @throws IllegalArgumentException if the pattern is not one
   */
  public List<DomainEvent> events(String pattern) {
    EventPattern wanted = new EventPattern(pattern);
    return events().stream().filter(event -> wanted.matches(event.name())).toList();
  }

  /**
   * Returns the names of all events so far.
   *
   * @return the names in the order the events came; unmodifiable
   */
  public List<String> names() {
    return events().stream().map(DomainEvent::name).toList();
  }

  /**
   * Returns the one event of a name.
   *
   * @param pattern its name, or a pattern that no other event matches
   * @return the event
   * @throws AssertionError if there is none or more than one; in a {@link WorkflowRun} its message
   *     tells also which events were not published because their payload does not fit
   */
  public DomainEvent only(String pattern) {
    List<DomainEvent> found = events(pattern);
    if (found.size() != 1) {
      throw new AssertionError(
          "There are %d events '%s' instead of one; captured: %s%s"
              .formatted(found.size(), pattern, names(), refusals()));
    }
    return found.get(0);
  }

  /**
   * Waits for events of an engine that publishes them on threads of its own.
   *
   * @param pattern their names
   * @param count how many
   * @param bound the longest wait, in real time
   * @return the events, at least {@code count}; unmodifiable
   * @throws AssertionError if they have not come in time
   * @throws InterruptedException if the thread is interrupted
   */
  public List<DomainEvent> await(String pattern, int count, Duration bound)
      throws InterruptedException {
    long deadline = System.nanoTime() + bound.toNanos();
    synchronized (lock) {
      while (events(pattern).size() < count) {
        long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
          throw new AssertionError(
              "%d of %d events '%s' came within %s; captured: %s"
                  .formatted(events(pattern).size(), count, pattern, bound, names()));
        }
        lock.wait(millis);
      }
      return events(pattern);
    }
  }

  private String refusals() {
    synchronized (lock) {
      return refused.isEmpty() ? "" : "; not published: " + String.join("; ", refused);
    }
  }

  /** Forgets all events. */
  public void clear() {
    synchronized (lock) {
      events.clear();
      refused.clear();
    }
  }

  @Override
  public String toString() {
    return "captured " + names();
  }
}
