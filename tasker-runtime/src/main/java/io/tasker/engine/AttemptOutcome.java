package io.tasker.engine;

import io.tasker.handler.StepFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to: an event with a value, or a failure.
 *
 * @param event what the success means to the machine, or null for a failure
 * @param value what is kept of it, which may be null
 * @param failure the failure, or null for a success
 * @param metadata the facts about the run that the handler gave beside its result or failure
 */
record AttemptOutcome(
    @Nullable TaskEvent event,
    @Nullable Object value,
    @Nullable StepFailure failure,
    Map<String, Object> metadata) {

  /** That of an attempt which has not ended, and of events that come from no attempt. */
  static final AttemptOutcome NONE = new AttemptOutcome(null, null, null, Map.of());

  static AttemptOutcome success(TaskEvent event, @Nullable Object value) {
    return new AttemptOutcome(event, value, null, Map.of());
  }

  static AttemptOutcome failed(StepFailure failure) {
    return new AttemptOutcome(null, null, failure, Map.of());
  }

  AttemptOutcome with(Map<String, Object> facts) {
    return facts.isEmpty() ? this : new AttemptOutcome(event, value, failure, facts);
  }
}
