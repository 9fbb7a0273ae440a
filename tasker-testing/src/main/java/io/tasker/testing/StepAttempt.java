package io.tasker.testing;

import io.tasker.handler.StepFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt of one step in a {@link WorkflowRun}.
 *
 * @param step the name of the step
 * @param number the number of the attempt, 1 for the first
 * @param startedAfter the virtual time between the start of the task and that of the attempt
 * @param failure why it failed, or empty if it did not
 */
public record StepAttempt(
    String step, int number, Duration startedAfter, Optional<StepFailure> failure) {

  /** Checks that nothing is null. */
  public StepAttempt {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(startedAfter, "startedAfter");
    Objects.requireNonNull(failure, "failure");
  }

  @Override
  public String toString() {
    String outcome = failure.map(reason -> " failed: " + reason.message()).orElse("");
    return "%s, attempt %d after %s%s".formatted(step, number, startedAfter, outcome);
  }
}
