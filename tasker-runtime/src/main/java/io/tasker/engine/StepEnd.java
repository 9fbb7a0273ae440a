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
   * @param events what the handler said of the step's events
   */
  record Completed(JsonNode result, Map<String, Object> metadata, EventsByHand events)
      implements StepEnd {

    /**
     * Describes a step whose handler said nothing of its events.
     *
     * @param result the result
     * @param metadata the facts about the run
     */
    public Completed(JsonNode result, Map<String, Object> metadata) {
      this(result, metadata, EventsByHand.NONE);
    }
  }

  /**
   * The attempt failed.
   *
   * @param failure why
   * @param retryAfter the wait before the next attempt that the handler asked for or, without that,
   *     that the step's retry policy has; to be ignored where there is no next attempt
   * @param metadata the facts about the run that the handler gave beside its failure
   * @param events what the handler said of the step's events
   */
  record Failed(
      StepFailure failure, Duration retryAfter, Map<String, Object> metadata, EventsByHand events)
      implements StepEnd {

    /**
     * Describes an attempt whose handler said nothing of the step's events.
     *
     * @param failure why it failed
     * @param retryAfter the wait before the next attempt
     * @param metadata the facts about the run
     */
    public Failed(StepFailure failure, Duration retryAfter, Map<String, Object> metadata) {
      this(failure, retryAfter, metadata, EventsByHand.NONE);
    }
  }

  /**
   * A batch got so far and is to be called again from there, within the same attempt.
   *
   * @param checkpoint where
   * @param events what the handler said of the step's events so far
   */
  record Yielded(StepCall.Checkpoint checkpoint, EventsByHand events) implements StepEnd {

    /**
     * Describes a batch whose handler said nothing of the step's events.
     *
     * @param checkpoint where it goes on
     */
    public Yielded(StepCall.Checkpoint checkpoint) {
      this(checkpoint, EventsByHand.NONE);
    }
  }

  /**
   * Returns what the handler said of the step's events.
   *
   * @return what it said
   */
  EventsByHand events();
}
