package io.tasker.engine;

import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepResult;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what handlers return.
 *
 * @param codec turns results into JSON and back
 * @param isRoundTrip true if results travel as JSON
 */
record OutcomeReader(JacksonCodec codec, boolean isRoundTrip) {

  /** Returns what an attempt came to whose handler returned. */
  AttemptOutcome read(CompiledStep step, int attempt, @Nullable Object returned) {
    if (returned instanceof StepResult.Success<?> success) {
      return value(step, attempt, success.value()).with(success.metadata());
    }
    if (returned instanceof StepResult.Failure<?> failed) {
      return AttemptOutcome.failed(failed.failure()).with(failed.metadata());
    }
    if (returned instanceof StepExecutionResult result) {
      return handWritten(step, attempt, result).with(result.metadata().custom());
    }
    return value(step, attempt, returned);
  }

  private AttemptOutcome handWritten(CompiledStep step, int attempt, StepExecutionResult result) {
    if (!result.success()) {
      return AttemptOutcome.failed(FailureMapping.of(result));
    }
    try {
      return value(step, attempt, SpecialResults.unwrap(step, result));
    } catch (InvalidOutcomeException e) {
      return AttemptOutcome.failed(FailureMapping.of(e));
    }
  }

  private AttemptOutcome value(CompiledStep step, int attempt, @Nullable Object result) {
    try {
      AttemptOutcome outcome = step.reader().read(step.plan(), attempt, result);
      if (!isRoundTrip || outcome.value() == null) {
        return outcome;
      }
      return new AttemptOutcome(
          outcome.event(), codec.roundTrip(outcome.value()), null, outcome.metadata());
    } catch (InvalidOutcomeException e) {
      return AttemptOutcome.failed(FailureMapping.of(e));
    } catch (UnfitValueException e) {
      return AttemptOutcome.failed(FailureMapping.of(InvalidResultException.of(step, e)));
    }
  }
}
