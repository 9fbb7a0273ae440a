package io.tasker.engine;

import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.Decision;
import io.tasker.internal.DeclaredResult;
import io.tasker.internal.InvalidOutcomeException;
import org.jspecify.annotations.Nullable;

/** Reads what the handler of a plain step returned, which is its result. */
final class DeclaredResultReader implements ResultReader {
  private final DeclaredResult declared;
  private final boolean isRoundTrip;
  private final TaskEvent first;

  DeclaredResultReader(StepPlan step, DeclaredResult declared, boolean isRoundTrip) {
    this.declared = declared;
    this.isRoundTrip = isRoundTrip;
    this.first = new TaskEvent.StepSucceeded(step.index(), 1);
  }

  @Override
  public AttemptOutcome read(StepPlan step, int attempt, @Nullable Object returned) {
    refuse(step.name(), returned);
    Object result = declared.checked(step.name(), returned);
    return AttemptOutcome.success(
        attempt == 1 ? first : new TaskEvent.StepSucceeded(step.index(), attempt),
        isRoundTrip ? declared.json(result) : result);
  }

  private static void refuse(String step, @Nullable Object returned) {
    if (returned instanceof BatchProgress) {
      throw InvalidOutcomeException.checkpoint(
          step, "is no batch worker and cannot yield a checkpoint");
    }
    if (returned instanceof Decision) {
      throw InvalidOutcomeException.decision(
          step, "returned a decision, but its type in the template is not decision");
    }
    if (returned instanceof BatchPlan) {
      throw InvalidOutcomeException.batch(
          step, "returned a plan of batches, but its type in the template is not batchable");
    }
  }
}
