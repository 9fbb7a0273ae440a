package io.tasker.worker;

import io.tasker.engine.RunnableWorkflow;
import io.tasker.engine.StepCall;
import io.tasker.handler.StepFailure;
import io.tasker.worker.database.Claim;
import io.tasker.worker.database.StepRow;
import io.tasker.worker.database.TemplateRegistration;

/** A step that is this worker's to run, or to fail. */
sealed interface ClaimedStep {

  Claim claim();

  /** Returns whether the step may be tried again at all. */
  boolean isRetryable();

  /**
   * A step that can be run.
   *
   * @param claim the claim
   * @param row the step
   * @param workflow its workflow
   */
  record Ready(Claim claim, StepRow row, RunnableWorkflow workflow) implements ClaimedStep {
    @Override
    public boolean isRetryable() {
      return row.isRetryable();
    }

    StepCall call() {
      return new StepCall(
          workflow,
          row.templateStep(),
          row.name(),
          claim.message().taskUuid(),
          claim.message().stepUuid(),
          claim.message().correlationId(),
          row.attempt(),
          row.maxAttempts(),
          row.input(),
          row.results(),
          row.batch(),
          row.checkpoint());
    }
  }

  /** A step that is to be failed for good. */
  sealed interface Unrunnable extends ClaimedStep {

    StepFailure failure();

    @Override
    default boolean isRetryable() {
      return false;
    }
  }

  /**
   * A step that cannot be run by any worker.
   *
   * @param claim the claim
   * @param failure why
   */
  record Broken(Claim claim, StepFailure failure) implements Unrunnable {}

  /**
   * A step that this worker has no workflow or handler for.
   *
   * @param claim the claim
   * @param template the template of its task
   * @param mayBeKnown whether a worker with other handlers could run it: the template has the step
   * @param failure what is missing
   */
  record Unknown(
      Claim claim, TemplateRegistration.Version template, boolean mayBeKnown, StepFailure failure)
      implements Unrunnable {}
}
