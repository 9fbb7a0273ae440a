package io.tasker.handler;

/** A service that is down for now. */
public class ServiceUnavailableException extends RetryableException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code SERVICE_UNAVAILABLE}.
   *
   * @param message what went wrong
   */
  public ServiceUnavailableException(String message) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "SERVICE_UNAVAILABLE", null);
  }

  /**
   * Creates the exception with the code {@code SERVICE_UNAVAILABLE}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public ServiceUnavailableException(String message, Throwable cause) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "SERVICE_UNAVAILABLE", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public ServiceUnavailableException(String message, String code) {
    super(message, ErrorTypes.RETRYABLE_ERROR, code, null);
  }
}
