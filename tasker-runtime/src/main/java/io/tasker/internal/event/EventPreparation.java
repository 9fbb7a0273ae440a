package io.tasker.internal.event;

import io.tasker.event.DomainEvent;
import io.tasker.event.EventMetadata;
import io.tasker.event.EventPublishingException;
import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import io.tasker.internal.JacksonCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Makes the event of a firing: asks its publisher and checks the payload.
 *
 * @param codec the codec of payloads
 */
record EventPreparation(JacksonCodec codec) {

  /**
   * Returns the event, or empty if the publisher does not want it.
   *
   * @throws EventPublishingException if the payload does not fit the schema; whatever the publisher
   *     throws comes through
   */
  Optional<Delivery> prepare(Firing firing) {
    StepEventPublisher publisher = firing.declared().publisher();
    String name = firing.event();
    StepOutcome outcome = firing.outcome();
    if (!publisher.shouldPublish(name, outcome)) {
      return Optional.empty();
    }
    // A copy, since later steps read the result, too.
    JsonNode said = firing.payload().json(codec).deepCopy();
    JsonNode payload = publisher.transformPayload(name, said, outcome);
    requireValid(firing, payload);
    DomainEvent event =
        new DomainEvent(
            firing.id(), name, DomainEvent.VERSION, payload, metadata(firing, publisher));
    return publisher.beforePublish(event)
        ? Optional.of(new Delivery(firing, event))
        : Optional.empty();
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
}
