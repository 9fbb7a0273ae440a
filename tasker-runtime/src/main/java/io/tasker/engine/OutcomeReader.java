package io.tasker.engine;

import io.tasker.internal.FailureMapping;
import io.tasker.internal.InvalidOutcomeException;
import io.tasker.internal.InvalidResultException;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.Returned;
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
    Returned read = Returned.of(step.plan().name(), returned);
    if (read instanceof Returned.Failed failed) {
      return AttemptOutcome.failed(failed.failure()).with(failed.metadata());
    }
    Returned.Value success = (Returned.Value) read;
    return value(step, attempt, success.value()).with(success.metadata());
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
      return AttemptOutcome.failed(
          FailureMapping.of(
              InvalidResultException.of(
                  step.plan().name(), step.adapter().descriptor().declaredAt(), e)));
    }
  }
}
