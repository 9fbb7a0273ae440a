package io.tasker.testing;

import io.tasker.handler.EventPublisher;
import io.tasker.internal.UnfitValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Writes down what a handler publishes and withholds. Which events its step declares is not known
 * here, so all names are taken; a {@link WorkflowTest} knows them.
 *
 * <pre>{@code
 * EventRecorder events = new EventRecorder();
 *
 * Payments.charge(cart, events);
 *
 * assertThat(events.names()).containsExactly("payment.processed");
 * assertThat(events.payload("payment.processed", Receipt.class).cents()).isEqualTo(11877);
 * }</pre>
 */
public final class EventRecorder implements EventPublisher {
  private final List<Published> published = new ArrayList<>();
  private final List<String> withheld = new ArrayList<>();

  /**
   * An event that the handler published.
   *
   * @param name the name
   * @param payload what it says, as it travels
   */
  public record Published(String name, JsonNode payload) {}

  /** Creates a recorder that has seen nothing. */
  public EventRecorder() {}

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the payload cannot be JSON
   */
  @Override
  public synchronized void publish(String event, Object payload) {
    try {
      published.add(
          new Published(
              Objects.requireNonNull(event, "event"),
              GivenTask.CODEC.roundTrip(Objects.requireNonNull(payload, "payload"))));
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "The payload of '%s' cannot be JSON: %s".formatted(event, e.getMessage()), e);
    }
  }

  @Override
  public synchronized void withhold(String event) {
    withheld.add(Objects.requireNonNull(event, "event"));
  }

  /**
   * Returns what was published.
   *
   * @return the events in order; unmodifiable
   */
  public synchronized List<Published> published() {
    return List.copyOf(published);
  }

  /**
   * Returns the names of what was published.
   *
   * @return the names in order; unmodifiable
   */
  public List<String> names() {
    return published().stream().map(Published::name).toList();
  }

  /**
   * Returns the names of what was withheld.
   *
   * @return the names in order; unmodifiable
   */
  public synchronized List<String> withheld() {
    return List.copyOf(withheld);
  }

  /**
   * Returns the payload of the one event of a name.
   *
   * @param <T> the type of the payload
   * @param event the name
   * @param type the type of the payload
   * @return what it says
   * @throws AssertionError if there is no such event or more than one, or its payload does not fit
   */
  @SuppressWarnings("unchecked") // the codec returns a value of the type it is given
  public <T> T payload(String event, Class<T> type) {
    List<Published> found = published().stream().filter(each -> each.name().equals(event)).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "There are %d events '%s' instead of one; published: %s"
              .formatted(found.size(), event, names()));
    }
    try {
      return (T)
          Objects.requireNonNull(
              GivenTask.CODEC.read(found.get(0).payload(), GivenTask.CODEC.type(type)));
    } catch (UnfitValueException e) {
      throw new AssertionError(
          "The payload of '%s' does not fit %s: %s"
              .formatted(event, type.getName(), e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return "published " + names() + ", withheld " + withheld();
  }
}
