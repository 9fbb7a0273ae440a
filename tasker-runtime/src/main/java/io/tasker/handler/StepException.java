package io.tasker.handler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure of a step that says whether a further attempt may heal it. Thrown by handlers as one of
 * its two kinds.
 */
public abstract sealed class StepException extends RuntimeException
    permits PermanentException, RetryableException {
  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final @Nullable String code;
  private final LinkedHashMap<String, Object> context = new LinkedHashMap<>();

  StepException(
      String message, String errorType, @Nullable String code, @Nullable Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    this.errorType = errorType;
    this.code = code;
  }

  /**
   * Returns the kind of failure.
   *
   * @return one of {@link ErrorTypes}
   */
  public final String errorType() {
    return errorType;
  }

  /**
   * Returns the code that programs read.
   *
   * @return the code, for example {@code CARD_DECLINED}, or empty
   */
  public final Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /**
   * Returns facts about the failure.
   *
   * @return the facts in the order they were added; unmodifiable
   */
  public final Map<String, Object> context() {
    return Collections.unmodifiableMap(context);
  }

  final void put(String key, Object value) {
    context.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
  }
}
