package io.tasker.event;

import io.tasker.handler.StepFailure;
import io.tasker.template.EventDeclaration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How an attempt of a step ended, as publishers see it.
 *
 * @param task the task
 * @param stepUuid the id of the step
 * @param step the name of the step
 * @param attempt the number of the attempt, 1 for the first
 * @param failure why the attempt failed, or empty if the step is complete
 * @param isRetried true if the attempt failed and another one follows: the failure is retryable,
 *     the step's policy allows retries and not all attempts are used up
 */
public record StepOutcome(
    EngineEvent.TaskIdentity task,
    UUID stepUuid,
    String step,
    int attempt,
    Optional<StepFailure> failure,
    boolean isRetried) {

  /** Checks that nothing is null and that only a failed attempt is retried. */
  public StepOutcome {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(stepUuid, "stepUuid");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(failure, "failure");
    if (isRetried && failure.isEmpty()) {
      throw new IllegalArgumentException("A step that is complete is not retried: " + step);
    }
  }

  /**
   * Returns whether the step is complete.
   *
   * @return false if the attempt failed
   */
  public boolean isSuccess() {
    return failure.isEmpty();
  }

  /**
   * Returns whether this outcome publishes an event. A failure counts as retryable if another
   * attempt follows, and as permanent if it is the step's last: a retryable error of the last
   * attempt is permanent.
   *
   * @param condition the condition of the event
   * @return true if the event is to be published
   */
  public boolean meets(EventDeclaration.Condition condition) {
    return switch (condition) {
      case SUCCESS -> isSuccess();
      case FAILURE -> !isSuccess();
      case RETRYABLE_FAILURE -> isRetried;
      case PERMANENT_FAILURE -> !isSuccess() && !isRetried;
      case ALWAYS -> true;
    };
  }
}
