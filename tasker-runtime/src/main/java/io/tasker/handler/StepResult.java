package io.tasker.handler;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a handler returns when a plain value does not say enough.
 *
 * <pre>{@code
 * return StepResult.success(payment).metadata("gateway", "north");
 * return StepResult.<Payment>failure("Card declined").code("CARD_DECLINED").retryable(false);
 * }</pre>
 *
 * @param <T> the type of the result
 */
public sealed interface StepResult<T> {

  /**
   * A result.
   *
   * @param <T> the type of the result
   * @param value the result
   * @param metadata facts about the run that are not part of the result
   */
  record Success<T>(@Nullable T value, Map<String, Object> metadata) implements StepResult<T> {

    /** Copies the metadata. */
    public Success {
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Returns this result with one more fact about the run.
     *
     * @param key the name of the fact
     * @param fact a value that can be written as JSON
     * @return the result
     */
    public Success<T> metadata(String key, Object fact) {
      return new Success<>(value, plus(metadata, key, fact));
    }
  }

  /**
   * A failure.
   *
   * @param <T> the type of the result there would have been
   * @param failure what went wrong
   * @param metadata facts about the run
   */
  record Failure<T>(StepFailure failure, Map<String, Object> metadata) implements StepResult<T> {

    /** Copies the metadata. */
    public Failure {
      Objects.requireNonNull(failure, "failure");
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Returns this failure with a code that programs read.
     *
     * @param code the code, for example {@code CARD_DECLINED}
     * @return the failure
     */
    public Failure<T> code(String code) {
      return with(
          failure.errorType(),
          Optional.of(code),
          failure.retryable(),
          failure.retryAfter(),
          failure.context());
    }

    /**
     * Returns this failure with an error type.
     *
     * @param errorType one of {@link ErrorTypes} or the handler's own, in snake_case
     * @return the failure
     */
    public Failure<T> type(String errorType) {
      return with(
          errorType, failure.code(), failure.retryable(), failure.retryAfter(), failure.context());
    }

    /**
     * Returns this failure, saying whether a further attempt may heal it. The standard error type
     * follows; one that was set with {@link #type} stays.
     *
     * @param retryable true if it may
     * @return the failure
     */
    public Failure<T> retryable(boolean retryable) {
      return with(
          standardType(retryable),
          failure.code(),
          retryable,
          failure.retryAfter(),
          failure.context());
    }

    /**
     * Returns this failure as a retryable one with the wait before the next attempt.
     *
     * @param wait the wait, zero or longer; it replaces the one of the step's retry policy
     * @return the failure
     * @throws IllegalArgumentException if {@code wait} is negative
     */
    public Failure<T> retryAfter(Duration wait) {
      if (wait.isNegative()) {
        throw new IllegalArgumentException("retryAfter must not be negative: " + wait);
      }
      return with(standardType(true), failure.code(), true, Optional.of(wait), failure.context());
    }

    /**
     * Returns this failure with one more fact about it.
     *
     * @param key the name of the fact
     * @param fact a value that can be written as JSON
     * @return the failure
     */
    public Failure<T> context(String key, Object fact) {
      return with(
          failure.errorType(),
          failure.code(),
          failure.retryable(),
          failure.retryAfter(),
          plus(failure.context(), key, fact));
    }

    /**
     * Returns this failure with one more fact about the run.
     *
     * @param key the name of the fact
     * @param fact a value that can be written as JSON
     * @return the failure
     */
    public Failure<T> metadata(String key, Object fact) {
      return new Failure<>(failure, plus(metadata, key, fact));
    }

    private String standardType(boolean retryable) {
      String type = failure.errorType();
      boolean standard =
          type.equals(ErrorTypes.PERMANENT_ERROR) || type.equals(ErrorTypes.RETRYABLE_ERROR);
      if (!standard) {
        return type;
      }
      return retryable ? ErrorTypes.RETRYABLE_ERROR : ErrorTypes.PERMANENT_ERROR;
    }

    private Failure<T> with(
        String errorType,
        Optional<String> code,
        boolean retryable,
        Optional<Duration> retryAfter,
        Map<String, Object> context) {
      return new Failure<>(
          new StepFailure(
              failure.message(), errorType, code, retryable, retryAfter, context, failure.cause()),
          metadata);
    }
  }

  /**
   * Returns a success.
   *
   * @param <T> the type of the result
   * @param value the result
   * @return the success
   */
  static <T> Success<T> success(@Nullable T value) {
    return new Success<>(value, Map.of());
  }

  /**
   * Returns a permanent failure; the methods of the result make it another one.
   *
   * @param <T> the type of the result there would have been
   * @param message what went wrong and what to do
   * @return the failure
   */
  static <T> Failure<T> failure(String message) {
    return new Failure<>(StepFailure.of(message, ErrorTypes.PERMANENT_ERROR, false), Map.of());
  }

  private static Map<String, Object> plus(Map<String, Object> map, String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    return copy;
  }
}
