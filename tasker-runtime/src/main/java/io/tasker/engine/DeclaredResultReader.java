package io.tasker.engine;

import io.tasker.internal.DeclaredResult;
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
    SpecialResults.refuse(step, returned);
    Object result = declared.checked(step.name(), returned);
    return AttemptOutcome.success(
        attempt == 1 ? first : new TaskEvent.StepSucceeded(step.index(), attempt),
        isRoundTrip ? declared.json(result) : result);
  }
}
