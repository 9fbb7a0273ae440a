package io.tasker.internal;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;
import org.jspecify.annotations.Nullable;

/** A result that cannot be JSON, and will not be at the next attempt. */
public final class InvalidResultException extends PermanentException {
  private static final long serialVersionUID = 1L;

  InvalidResultException(String message) {
    this(message, null);
  }

  private InvalidResultException(String message, @Nullable UnfitValueException cause) {
    super(message, ErrorTypes.VALIDATION_ERROR, "INVALID_RESULT", cause);
  }

  /**
   * Describes the result of a step.
   *
   * @param step the name of the step
   * @param declaredAt where its handler is declared
   * @param cause why it cannot be JSON
   * @return the exception
   */
  public static InvalidResultException of(
      String step, String declaredAt, UnfitValueException cause) {
    return new InvalidResultException(
        "The result of step '%s' (%s) cannot be JSON: %s"
            .formatted(step, declaredAt, cause.getMessage()),
        cause);
  }
}
