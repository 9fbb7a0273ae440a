package io.tasker.handler;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt of a step failed.
 *
 * @param message what went wrong
 * @param errorType the kind of failure, one of {@link ErrorTypes} or the handler's own
 * @param code the code that programs read, or empty
 * @param retryable true if a further attempt may heal it
 * @param retryAfter the wait the handler asked for, or empty
 * @param context facts about the failure, in the order they were added
 * @param cause the exception, or null where there was none or it came from elsewhere
 */
public record StepFailure(
    String message,
    String errorType,
    Optional<String> code,
    boolean retryable,
    Optional<Duration> retryAfter,
    Map<String, Object> context,
    @Nullable Throwable cause) {

  /** Copies the context. */
  public StepFailure {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(errorType, "errorType");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(retryAfter, "retryAfter");
    context =
        context.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(context));
  }

  /**
   * Returns a failure without code, context and cause.
   *
   * @param message what went wrong
   * @param errorType the kind of failure
   * @param retryable true if a further attempt may heal it
   * @return the failure
   */
  public static StepFailure of(String message, String errorType, boolean retryable) {
    return new StepFailure(
        message, errorType, Optional.empty(), retryable, Optional.empty(), Map.of(), null);
  }
}
