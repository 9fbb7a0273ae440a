package io.tasker.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one attempt, field by field as Tasker Core's workers report it. Hand-written
 * handlers return it; everyone else returns a value or throws.
 *
 * @param stepUuid the id of the step
 * @param success true if there is a result
 * @param result the result: a record, a map, a JSON node or a scalar; an empty map on failure
 * @param metadata facts about the run
 * @param status {@code completed}, {@code failed} or {@code error}
 * @param error what went wrong, or null
 * @param orchestrationMetadata what the orchestrator should know, or null
 */
@JsonInclude
public record StepExecutionResult(
    UUID stepUuid,
    boolean success,
    Object result,
    StepExecutionMetadata metadata,
    String status,
    @Nullable StepExecutionError error,
    @Nullable OrchestrationMetadata orchestrationMetadata) {

  /** The status of a success. */
  public static final String COMPLETED = "completed";

  /** The status of a failure the handler foresaw. */
  public static final String FAILED = "failed";

  /** The status of a failure nobody foresaw; never retried. */
  public static final String ERROR = "error";

  /** Checks that nothing required is null. */
  public StepExecutionResult {
    Objects.requireNonNull(stepUuid, "stepUuid");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(status, "status");
  }

  /**
   * Returns a success of the step of a context.
   *
   * @param context the context the handler was called with
   * @param result the result; null stands for an empty object
   * @return the outcome
   */
  public static StepExecutionResult success(StepContext context, @Nullable Object result) {
    return success(context.stepUuid(), result, 0, Map.of());
  }

  /**
   * Returns a success.
   *
   * @param stepUuid the id of the step
   * @param result the result; null stands for an empty object
   * @param executionTimeMs how long the handler ran, in milliseconds
   * @param custom the handler's own facts
   * @return the outcome
   */
  public static StepExecutionResult success(
      UUID stepUuid, @Nullable Object result, long executionTimeMs, Map<String, Object> custom) {
    Instant now = Instant.now();
    return new StepExecutionResult(
        stepUuid,
        true,
        result == null ? Map.of() : result,
        new StepExecutionMetadata(
            executionTimeMs,
            null,
            false,
            now,
            null,
            null,
            now.minusMillis(executionTimeMs),
            custom,
            null,
            null,
            Map.of()),
        COMPLETED,
        null,
        OrchestrationMetadata.empty());
  }

  /**
   * Returns a failure that the handler foresaw.
   *
   * @param context the context the handler was called with
   * @param message what went wrong and what to do
   * @param errorCode the code that programs read, or null
   * @param errorType one of {@link ErrorTypes}, or null
   * @param retryable true if a further attempt may heal it
   * @return the outcome
   */
  public static StepExecutionResult failure(
      StepContext context,
      String message,
      @Nullable String errorCode,
      @Nullable String errorType,
      boolean retryable) {
    return failure(context.stepUuid(), message, errorCode, errorType, retryable, 0, Map.of());
  }

  /**
   * Returns a failure that the handler foresaw.
   *
   * @param stepUuid the id of the step
   * @param message what went wrong and what to do
   * @param errorCode the code that programs read, or null
   * @param errorType one of {@link ErrorTypes}, or null
   * @param retryable true if a further attempt may heal it
   * @param executionTimeMs how long the handler ran, in milliseconds
   * @param context facts about the failure
   * @return the outcome
   */
  public static StepExecutionResult failure(
      UUID stepUuid,
      String message,
      @Nullable String errorCode,
      @Nullable String errorType,
      boolean retryable,
      long executionTimeMs,
      Map<String, Object> context) {
    return failed(
        stepUuid,
        FAILED,
        new StepExecutionError(message, errorType, null, retryable, null, context),
        errorCode,
        executionTimeMs,
        context);
  }

  /**
   * Returns a failure that nobody foresaw; it is never retried.
   *
   * @param stepUuid the id of the step
   * @param message what went wrong
   * @param errorType one of {@link ErrorTypes}, or null
   * @param backtrace the innermost frames, or null
   * @param executionTimeMs how long the handler ran, in milliseconds
   * @param context facts about the failure
   * @return the outcome
   */
  public static StepExecutionResult error(
      UUID stepUuid,
      String message,
      @Nullable String errorType,
      @Nullable List<String> backtrace,
      long executionTimeMs,
      Map<String, Object> context) {
    return failed(
        stepUuid,
        ERROR,
        new StepExecutionError(message, errorType, backtrace, false, null, context),
        null,
        executionTimeMs,
        context);
  }

  /**
   * Returns this outcome with what the orchestrator should know.
   *
   * @param value the orchestration metadata
   * @return the outcome
   */
  public StepExecutionResult withOrchestrationMetadata(OrchestrationMetadata value) {
    return new StepExecutionResult(stepUuid, success, result, metadata, status, error, value);
  }

  private static StepExecutionResult failed(
      UUID stepUuid,
      String status,
      StepExecutionError error,
      @Nullable String errorCode,
      long executionTimeMs,
      Map<String, Object> context) {
    Instant now = Instant.now();
    return new StepExecutionResult(
        stepUuid,
        false,
        Map.of(),
        new StepExecutionMetadata(
            executionTimeMs,
            null,
            error.retryable(),
            now,
            null,
            null,
            now.minusMillis(executionTimeMs),
            Map.of(),
            errorCode,
            error.errorType(),
            context),
        status,
        error,
        null);
  }
}
