package io.tasker.handler;

/** Data that breaks a rule, and will break it again. */
public class ValidationException extends PermanentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code VALIDATION_ERROR}.
   *
   * @param message what went wrong
   */
  public ValidationException(String message) {
    super(message, ErrorTypes.VALIDATION_ERROR, "VALIDATION_ERROR", null);
  }

  /**
   * Creates the exception with the code {@code VALIDATION_ERROR}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public ValidationException(String message, Throwable cause) {
    super(message, ErrorTypes.VALIDATION_ERROR, "VALIDATION_ERROR", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public ValidationException(String message, String code) {
    super(message, ErrorTypes.VALIDATION_ERROR, code, null);
  }
}
