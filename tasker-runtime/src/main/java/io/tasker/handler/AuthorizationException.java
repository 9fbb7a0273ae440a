package io.tasker.handler;

/** Credentials that do not allow what the step tried. */
public class AuthorizationException extends PermanentException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code AUTHORIZATION_ERROR}.
   *
   * @param message what went wrong
   */
  public AuthorizationException(String message) {
    super(message, ErrorTypes.PERMANENT_ERROR, "AUTHORIZATION_ERROR", null);
  }

  /**
   * Creates the exception with the code {@code AUTHORIZATION_ERROR}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public AuthorizationException(String message, Throwable cause) {
    super(message, ErrorTypes.PERMANENT_ERROR, "AUTHORIZATION_ERROR", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public AuthorizationException(String message, String code) {
    super(message, ErrorTypes.PERMANENT_ERROR, code, null);
  }
}
