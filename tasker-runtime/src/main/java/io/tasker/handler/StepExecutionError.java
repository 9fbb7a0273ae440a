package io.tasker.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The failure within a {@link StepExecutionResult}.
 *
 * @param message what went wrong
 * @param errorType the kind of failure, or null
 * @param backtrace the innermost frames, or null
 * @param retryable true if a further attempt may heal it
 * @param statusCode the HTTP status behind it, or null; left out of the JSON then
 * @param context facts about the failure; left out of the JSON if empty
 */
@JsonInclude
public record StepExecutionError(
    String message,
    @Nullable String errorType,
    @Nullable List<String> backtrace,
    boolean retryable,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer statusCode,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> context) {

  /** Copies the collections. */
  public StepExecutionError {
    Objects.requireNonNull(message, "message");
    backtrace = backtrace == null ? null : List.copyOf(backtrace);
    // Absent in the JSON where it is empty.
    context =
        context == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(context));
  }
}
