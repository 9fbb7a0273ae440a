package io.tasker.internal.event;

import io.tasker.event.StepOutcome;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One event that an outcome is to publish.
 *
 * @param declared the event
 * @param outcome how the attempt ended
 * @param id the id of the event
 * @param firedAt when the attempt ended
 * @param result the step's result as JSON, asked for on the publishing thread and only if the step
 *     is complete
 */
public record Firing(
    DeclaredEvent declared,
    StepOutcome outcome,
    UUID id,
    Instant firedAt,
    Supplier<JsonNode> result)
    implements Publication {

  @Override
  public Firing firing() {
    return this;
  }

  String event() {
    return declared.name();
  }
}
