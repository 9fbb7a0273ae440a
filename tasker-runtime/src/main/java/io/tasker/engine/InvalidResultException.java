package io.tasker.engine;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;
import io.tasker.internal.UnfitValueException;

/** A result that cannot be JSON, and will not be at the next attempt. */
final class InvalidResultException extends PermanentException {
  private static final long serialVersionUID = 1L;

  private InvalidResultException(String message, UnfitValueException cause) {
    super(message, ErrorTypes.VALIDATION_ERROR, "INVALID_RESULT", cause);
  }

  static InvalidResultException of(CompiledStep step, UnfitValueException cause) {
    return new InvalidResultException(
        "The result of step '%s' (%s) cannot be JSON: %s"
            .formatted(
                step.plan().name(), step.adapter().descriptor().declaredAt(), cause.getMessage()),
        cause);
  }
}
