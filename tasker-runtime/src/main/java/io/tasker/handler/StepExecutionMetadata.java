package io.tasker.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a run, in the order and with the names of Tasker Core's JSON.
 *
 * @param executionTimeMs how long the handler ran, in milliseconds
 * @param handlerVersion the version of the handler, or null
 * @param retryable true if a further attempt may heal the failure
 * @param completedAt when the handler ended
 * @param workerId the worker that ran it, or null
 * @param workerHostname the host of the worker, or null
 * @param startedAt when the handler began, or null
 * @param custom the handler's own facts
 * @param errorCode the code of the failure, or null
 * @param errorType the kind of failure, or null
 * @param context facts about the failure
 */
@JsonInclude
public record StepExecutionMetadata(
    long executionTimeMs,
    @Nullable String handlerVersion,
    boolean retryable,
    Instant completedAt,
    @Nullable String workerId,
    @Nullable String workerHostname,
    @Nullable Instant startedAt,
    Map<String, Object> custom,
    @Nullable String errorCode,
    @Nullable String errorType,
    Map<String, Object> context) {

  /** Copies the maps. */
  public StepExecutionMetadata {
    Objects.requireNonNull(completedAt, "completedAt");
    custom = Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
  }
}
