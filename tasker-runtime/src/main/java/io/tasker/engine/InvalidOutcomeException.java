package io.tasker.engine;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;

/** A handler returned what its step cannot act upon, and will again at the next attempt. */
final class InvalidOutcomeException extends PermanentException {
  private static final long serialVersionUID = 1L;

  private InvalidOutcomeException(StepPlan step, String code, String problem) {
    super("Step '" + step.name() + "' " + problem, ErrorTypes.VALIDATION_ERROR, code, null);
  }

  static InvalidOutcomeException decision(StepPlan step, String problem) {
    return new InvalidOutcomeException(step, "INVALID_DECISION_OUTCOME", problem);
  }

  static InvalidOutcomeException batch(StepPlan step, String problem) {
    return new InvalidOutcomeException(step, "INVALID_BATCH_OUTCOME", problem);
  }

  static InvalidOutcomeException checkpoint(StepPlan step, String problem) {
    return new InvalidOutcomeException(step, "INVALID_CHECKPOINT", problem);
  }
}
