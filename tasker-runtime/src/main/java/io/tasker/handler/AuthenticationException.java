package io.tasker.handler;

/** Credentials that were not accepted. */
public class AuthenticationException extends PermanentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code AUTHENTICATION_ERROR}.
   *
   * @param message what went wrong
   */
  public AuthenticationException(String message) {
    super(message, ErrorTypes.PERMANENT_ERROR, "AUTHENTICATION_ERROR", null);
  }

  /**
   * Creates the exception with the code {@code AUTHENTICATION_ERROR}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public AuthenticationException(String message, Throwable cause) {
    super(message, ErrorTypes.PERMANENT_ERROR, "AUTHENTICATION_ERROR", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public AuthenticationException(String message, String code) {
    super(message, ErrorTypes.PERMANENT_ERROR, code, null);
  }
}
