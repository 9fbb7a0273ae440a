package io.tasker.handler;

/** Something the step needs does not exist. */
public class NotFoundException extends PermanentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code NOT_FOUND}.
   *
   * @param message what went wrong
   */
  public NotFoundException(String message) {
    super(message, ErrorTypes.PERMANENT_ERROR, "NOT_FOUND", null);
  }

  /**
   * Creates the exception with the code {@code NOT_FOUND}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public NotFoundException(String message, Throwable cause) {
    super(message, ErrorTypes.PERMANENT_ERROR, "NOT_FOUND", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public NotFoundException(String message, String code) {
    super(message, ErrorTypes.PERMANENT_ERROR, code, null);
  }
}
