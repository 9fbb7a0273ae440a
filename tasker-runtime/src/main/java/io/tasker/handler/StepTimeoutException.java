package io.tasker.handler;

/** Something the handler called took too long. */
public class StepTimeoutException extends RetryableException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code TIMEOUT}.
   *
   * @param message what went wrong
   */
  public StepTimeoutException(String message) {
    super(message, ErrorTypes.TIMEOUT, "TIMEOUT", null);
  }

  /**
   * Creates the exception with the code {@code TIMEOUT}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public StepTimeoutException(String message, Throwable cause) {
    super(message, ErrorTypes.TIMEOUT, "TIMEOUT", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public StepTimeoutException(String message, String code) {
    super(message, ErrorTypes.TIMEOUT, code, null);
  }
}
