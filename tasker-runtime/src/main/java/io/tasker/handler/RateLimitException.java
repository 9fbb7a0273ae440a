package io.tasker.handler;

/** A service that asks for fewer calls; say for how long with {@link #retryAfter}. */
public class RateLimitException extends RetryableException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with the code {@code RATE_LIMITED}.
   *
   * @param message what went wrong
   */
  public RateLimitException(String message) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "RATE_LIMITED", null);
  }

  /**
   * Creates the exception with the code {@code RATE_LIMITED}.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public RateLimitException(String message, Throwable cause) {
    super(message, ErrorTypes.RETRYABLE_ERROR, "RATE_LIMITED", cause);
  }

  /**
   * Creates the exception with a code of its own.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public RateLimitException(String message, String code) {
    super(message, ErrorTypes.RETRYABLE_ERROR, code, null);
  }
}
