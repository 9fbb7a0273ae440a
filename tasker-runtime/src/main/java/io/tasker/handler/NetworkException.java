package io.tasker.handler;

/** A connection that failed. */
public class NetworkException extends RetryableException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code NETWORK_ERROR}.
   *
   * @param message what went wrong
   */
  public NetworkException(String message) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "NETWORK_ERROR", null);
  }

  /**
   * Creates the exception with the code {@code NETWORK_ERROR}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public NetworkException(String message, Throwable cause) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "NETWORK_ERROR", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public NetworkException(String message, String code) {
    super(message, ErrorTypes.RETRYABLE_ERROR, code, null);
  }
}
