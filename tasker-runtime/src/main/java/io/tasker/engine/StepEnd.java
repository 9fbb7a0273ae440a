package io.tasker.engine;

import io.tasker.handler.StepFailure;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an attempt of a {@link StepRunner} came to. */
public sealed interface StepEnd {

  /**
   * The step has a result.
   *
   * @param result the result as Tasker Core takes it, with the outcome of a decision or an analyzer
   *     in it
   * @param metadata the facts about the run that the handler gave beside its result
   */
  record Completed(JsonNode result, Map<String, Object> metadata) implements StepEnd {}

  /**
   * The attempt failed.
   *
   * @param failure why
   * @param retryAfter the wait before the next attempt that the handler asked for or, without that,
   *     that the step's retry policy has; to be ignored where there is no next attempt
   * @param metadata the facts about the run that the handler gave beside its failure
   */
  record Failed(StepFailure failure, Duration retryAfter, Map<String, Object> metadata)
      implements StepEnd {}

  /**
   * A batch got so far and is to be called again from there, within the same attempt.
   *
   * @param checkpoint where
   */
  record Yielded(StepCall.Checkpoint checkpoint) implements StepEnd {}
}
