package io.tasker.internal;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.OrchestrationMetadata;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepException;
import io.tasker.handler.StepExecutionError;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a failure is to the engine, by what the handler threw or returned. */
public final class FailureMapping {
  private static final int FRAMES = 10;
  private static final int WRAPPERS = 20;

  private FailureMapping() {}

  /**
   * Returns the failure that an exception means. Wrappers of asynchronous calls are taken off
   * first.
   *
   * @param thrown what the handler threw
   * @return the failure
   */
  public static StepFailure of(Throwable thrown) {
    try {
      return read(unwrap(thrown));
    } catch (Throwable e) {
      // An exception is foreign code, too; the failure of the step must not be lost with it.
      return StepFailure.of(
          "%s, which cannot be read: its own methods throw %s"
              .formatted(thrown.getClass().getName(), e.getClass().getName()),
          thrown instanceof Error ? ErrorTypes.HANDLER_PANIC : ErrorTypes.HANDLER_ERROR,
          !(thrown instanceof Error));
    }
  }

  private static StepFailure read(Throwable cause) {
    if (cause instanceof StepException step) {
      Optional<Duration> retryAfter =
          step instanceof RetryableException retryable ? retryable.retryAfter() : Optional.empty();
      return new StepFailure(
          message(step),
          step.errorType(),
          step.code(),
          step instanceof RetryableException,
          retryAfter,
          step.context(),
          step);
    }
    if (cause instanceof UnfitValueException) {
      return StepFailure.of(message(cause), ErrorTypes.VALIDATION_ERROR, false);
    }
    boolean isError = cause instanceof Error;
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("exception_class", cause.getClass().getName());
    context.put(
        "stack_trace",
        Arrays.stream(cause.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .toList());
    return new StepFailure(
        message(cause),
        isError ? ErrorTypes.HANDLER_PANIC : ErrorTypes.HANDLER_ERROR,
        Optional.empty(),
        !isError,
        Optional.empty(),
        context,
        cause);
  }

  /**
   * Returns the failure that a hand-written handler reports.
   *
   * @param result the outcome, not a success
   * @return the failure
   */
  public static StepFailure of(StepExecutionResult result) {
    StepExecutionError error = result.error();
    String type = result.metadata().errorType();
    boolean retryable = result.metadata().retryable();
    if (type == null) {
      type = retryable ? ErrorTypes.RETRYABLE_ERROR : ErrorTypes.PERMANENT_ERROR;
    }
    return new StepFailure(
        error == null ? "The handler reported a failure without a message" : error.message(),
        type,
        Optional.ofNullable(result.metadata().errorCode()),
        retryable,
        retryAfter(result),
        error == null ? result.metadata().context() : error.context(),
        null);
  }

  // From the header as Tasker Core reads it, else from the hint, which says the same in our
  // results.
  private static Optional<Duration> retryAfter(StepExecutionResult result) {
    OrchestrationMetadata metadata = result.orchestrationMetadata();
    if (metadata == null) {
      return Optional.empty();
    }
    return metadata.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(OrchestrationMetadata.RETRY_AFTER))
        .map(Map.Entry::getValue)
        .filter(value -> value.matches("[0-9]{1,9}"))
        .findFirst()
        .map(Long::valueOf)
        .or(
            () ->
                Optional.ofNullable(metadata.backoffHint())
                    .map(OrchestrationMetadata.BackoffHint::delaySeconds))
        .map(Duration::ofSeconds);
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getName() : message;
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown;
    // Counted, because causes can go round in a circle.
    for (int i = 0;
        i < WRAPPERS
            && (cause instanceof CompletionException
                || cause instanceof ExecutionException
                || cause instanceof InvocationTargetException)
            && cause.getCause() != null;
        i++) {
      cause = cause.getCause();
    }
    return cause;
  }
}
