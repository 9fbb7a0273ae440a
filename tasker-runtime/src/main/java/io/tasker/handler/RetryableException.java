package io.tasker.handler;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a further attempt may heal.
 *
 * <pre>{@code
 * throw new RetryableException("Gateway busy", "GATEWAY_BUSY").retryAfter(Duration.ofSeconds(30));
 * }</pre>
 */
public non-sealed class RetryableException extends StepException {
  private static final long serialVersionUID = 1L;

  private @Nullable Duration retryAfter;

  /**
   * Creates the exception without a code.
   *
   * @param message what went wrong
   */
  public RetryableException(String message) {
    this(message, ErrorTypes.RETRYABLE_ERROR, null, null);
  }

  /**
   * Creates the exception without a code.
   *
   * @param message what went wrong
   * @param cause the failure underneath
   */
  public RetryableException(String message, Throwable cause) {
    this(message, ErrorTypes.RETRYABLE_ERROR, null, cause);
  }

  /**
   * Creates the exception.
   *
   * @param message what went wrong
   * @param code the code that programs read
   */
  public RetryableException(String message, String code) {
    this(message, ErrorTypes.RETRYABLE_ERROR, code, null);
  }

  /**
   * Creates the exception.
   *
   * @param message what went wrong
   * @param code the code that programs read
   * @param cause the failure underneath
   */
  public RetryableException(String message, String code, Throwable cause) {
    this(message, ErrorTypes.RETRYABLE_ERROR, code, cause);
  }

  /**
   * Creates the exception with an error type of its own.
   *
   * @param message what went wrong
   * @param errorType one of {@link ErrorTypes}
   * @param code the code that programs read, or null
   * @param cause the failure underneath, or null
   */
  protected RetryableException(
      String message, String errorType, @Nullable String code, @Nullable Throwable cause) {
    super(message, errorType, code, cause);
  }

  /**
   * Sets the wait before the next attempt; it replaces the one of the step's retry policy.
   *
   * @param wait the wait, zero or longer
   * @return this exception
   * @throws IllegalArgumentException if {@code wait} is negative
   */
  public RetryableException retryAfter(Duration wait) {
    if (Objects.requireNonNull(wait, "wait").isNegative()) {
      throw new IllegalArgumentException("retryAfter must not be negative: " + wait);
    }
    this.retryAfter = wait;
    return this;
  }

  /**
   * Returns the wait before the next attempt.
   *
   * @return the wait, or empty for that of the step's retry policy
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * Adds a fact about the failure.
   *
   * @param key the name of the fact
   * @param value a value that can be written as JSON
   * @return this exception
   */
  public RetryableException with(String key, Object value) {
    put(key, value);
    return this;
  }
}
