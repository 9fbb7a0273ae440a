package io.tasker.internal.event;

import io.tasker.event.StepOutcome;
import io.tasker.internal.JacksonCodec;
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
 * @param payload what it says if its publisher has nothing to add, as JSON that is not to be
 *     changed; asked for on the publishing thread
 */
public record Firing(
    DeclaredEvent declared, StepOutcome outcome, UUID id, Instant firedAt, Payload payload)
    implements Publication {

  /** What an event says. */
  interface Payload {

    /** Returns it as JSON, not to be changed. */
    JsonNode json(JacksonCodec codec);
  }

  /**
   * Returns an event that tells the step's result, or its error if the attempt failed.
   *
   * @param declared the event
   * @param outcome how the attempt ended
   * @param id the id of the event
   * @param firedAt when the attempt ended
   * @param result the step's result as JSON, asked for only if the step is complete
   * @return the firing
   */
  public static Firing of(
      DeclaredEvent declared,
      StepOutcome outcome,
      UUID id,
      Instant firedAt,
      Supplier<JsonNode> result) {
    return new Firing(
        declared,
        outcome,
        id,
        firedAt,
        codec ->
            outcome.failure().map(failure -> ErrorPayload.of(failure, codec)).orElseGet(result));
  }

  /**
   * Returns an event that the handler published itself.
   *
   * @param declared the event
   * @param outcome how the attempt ended
   * @param id the id of the event
   * @param firedAt when the attempt ended
   * @param payload what it says
   * @return the firing
   */
  public static Firing byHand(
      DeclaredEvent declared, StepOutcome outcome, UUID id, Instant firedAt, JsonNode payload) {
    return new Firing(declared, outcome, id, firedAt, codec -> payload);
  }

  @Override
  public Firing firing() {
    return this;
  }

  String event() {
    return declared.name();
  }
}
