package io.tasker.event;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Has a say in the events of steps that name it as their {@code publisher}: whether one is
 * published, with which payload and metadata, and what happens before and after. For each event the
 * methods are called in the order they stand here, on a thread that runs no step; what they throw
 * is reported and never fails a step. Several events may be at different methods at the same time.
 *
 * <pre>{@code
 * final class PaymentEvents implements StepEventPublisher {
 *   @Override
 *   public String name() {
 *     return "PaymentEventPublisher";
 *   }
 *
 *   @Override
 *   public Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
 *     return Map.of("attempt", outcome.attempt());
 *   }
 * }
 * }</pre>
 */
public interface StepEventPublisher {

  /** The name of the publisher of events that name none. One can be registered under it. */
  String DEFAULT_NAME = "default";

  /**
   * Returns the name under which templates name this publisher.
   *
   * @return the name, the same at each call
   */
  String name();

  /**
   * Decides whether an event is published whose condition is met.
   *
   * @param event the name of the event
   * @param outcome how the attempt ended
   * @return false to publish nothing
   */
  default boolean shouldPublish(String event, StepOutcome outcome) {
    return true;
  }

  /**
   * Returns what the event says. It is checked against the event's schema afterwards.
   *
   * @param event the name of the event
   * @param payload the result of the step, or its error; a copy, which may be changed
   * @param outcome how the attempt ended
   * @return the payload
   */
  default JsonNode transformPayload(String event, JsonNode payload, StepOutcome outcome) {
    return payload;
  }

  /**
   * Returns facts to go with the event.
   *
   * @param event the name of the event
   * @param outcome how the attempt ended
   * @return the facts by name, values as JSON has them
   */
  default Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
    return Map.of();
  }

  /**
   * Is called with the finished event, before anybody gets it.
   *
   * @param event the event
   * @return false to publish nothing
   */
  default boolean beforePublish(DomainEvent event) {
    return true;
  }

  /**
   * Is called after the event was handed over: to the buffers of the subscribers in the process,
   * and to the sink if the event is durable.
   *
   * @param event the event
   */
  default void afterPublish(DomainEvent event) {}

  /**
   * Is called instead of {@link #afterPublish} if a method above failed, the payload broke its
   * schema, or the sink failed or had no room.
   *
   * @param event the name of the event
   * @param outcome how the attempt ended
   * @param error what went wrong; an {@link EventPublishingException} where Tasker found it
   */
  default void onPublishError(String event, StepOutcome outcome, Throwable error) {}
}
