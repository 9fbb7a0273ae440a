package io.tasker.internal;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;

/** A handler returned what its step cannot act upon, and will again at the next attempt. */
public final class InvalidOutcomeException extends PermanentException {
  private static final long serialVersionUID = 1L;

  private InvalidOutcomeException(String step, String code, String problem) {
    super("Step '" + step + "' " + problem, ErrorTypes.VALIDATION_ERROR, code, null);
  }

  /**
   * Describes a decision that cannot be acted upon.
   *
   * @param step the name of the step
   * @param problem what is wrong, after "Step 'name'"
   * @return the exception
   */
  public static InvalidOutcomeException decision(String step, String problem) {
    return new InvalidOutcomeException(step, "INVALID_DECISION_OUTCOME", problem);
  }

  /**
   * Describes a plan of batches that cannot be acted upon.
   *
   * @param step the name of the step
   * @param problem what is wrong, after "Step 'name'"
   * @return the exception
   */
  public static InvalidOutcomeException batch(String step, String problem) {
    return new InvalidOutcomeException(step, "INVALID_BATCH_OUTCOME", problem);
  }

  /**
   * Describes a checkpoint that cannot be kept.
   *
   * @param step the name of the step
   * @param problem what is wrong, after "Step 'name'"
   * @return the exception
   */
  public static InvalidOutcomeException checkpoint(String step, String problem) {
    return new InvalidOutcomeException(step, "INVALID_CHECKPOINT", problem);
  }
}
