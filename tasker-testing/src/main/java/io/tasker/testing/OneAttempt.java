package io.tasker.testing;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.OrchestrationMetadata;
import io.tasker.handler.OrchestrationMetadata.BackoffType;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionMetadata;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.internal.DeclaredResult;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.StepBinding;
import io.tasker.internal.UnfitValueException;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls a handler once and turns what it returns or throws into an outcome. */
final class OneAttempt implements StepInvocation {
  private static final long SECONDS_TO_WAIT = 30;

  private final GivenStep<?> given;
  private final StepAdapter adapter;
  private final StepBinding binding;
  private final GivenTask task;
  private final DeclaredResult declared;

  OneAttempt(GivenStep<?> given, StepAdapter adapter, StepBinding binding, GivenTask task) {
    this.given = given;
    this.adapter = adapter;
    this.binding = binding;
    this.task = task;
    this.declared = new DeclaredResult(adapter.descriptor(), GivenTask.CODEC);
  }

  StepExecutionResult perform() {
    try {
      return outcome(settled(adapter.call(this)));
    } catch (Throwable e) {
      // As in an engine: whatever a handler throws is an outcome.
      return failure(FailureMapping.of(e), Map.of());
    }
  }

  private static @Nullable Object settled(@Nullable Object returned) throws Exception {
    if (!(returned instanceof CompletionStage<?> stage)) {
      return returned;
    }
    try {
      return stage.toCompletableFuture().get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return StepResult.failure("The stage did not complete within " + SECONDS_TO_WAIT + " s")
          .retryable(true)
          .type(ErrorTypes.HANDLER_TIMEOUT);
    }
  }

  private StepExecutionResult outcome(@Nullable Object returned) {
    if (returned instanceof StepResult.Success<?> success) {
      return success(success.value(), success.metadata());
    }
    if (returned instanceof StepResult.Failure<?> failed) {
      return failure(failed.failure(), failed.metadata());
    }
    if (returned instanceof StepExecutionResult result) {
      return result.success() ? success(result.result(), result.metadata().custom()) : result;
    }
    return success(returned, Map.of());
  }

  private StepExecutionResult success(@Nullable Object returned, Map<String, Object> metadata) {
    Object value = declared.checked(given.step, returned);
    try {
      Object kept = given.isRoundTrip ? GivenTask.CODEC.roundTrip(declared.json(value)) : value;
      return StepExecutionResult.success(given.stepUuid, kept, 0, metadata);
    } catch (UnfitValueException e) {
      return outcome(
          StepResult.failure("The result cannot be JSON: " + e.getMessage())
              .type(ErrorTypes.VALIDATION_ERROR)
              .code("INVALID_RESULT"));
    }
  }

  private StepExecutionResult failure(StepFailure failure, Map<String, Object> metadata) {
    StepExecutionResult outcome =
        StepExecutionResult.failure(
            given.stepUuid,
            failure.message(),
            failure.code().orElse(null),
            failure.errorType(),
            failure.retryable(),
            0,
            failure.context());
    return new StepExecutionResult(
        outcome.stepUuid(),
        false,
        outcome.result(),
        with(outcome.metadata(), metadata),
        outcome.status(),
        outcome.error(),
        failure
            .retryAfter()
            .map(wait -> OrchestrationMetadata.retryAfter(wait, BackoffType.SERVER_REQUESTED))
            .orElse(null));
  }

  private static StepExecutionMetadata with(
      StepExecutionMetadata facts, Map<String, Object> custom) {
    return new StepExecutionMetadata(
        facts.executionTimeMs(),
        facts.handlerVersion(),
        facts.retryable(),
        facts.completedAt(),
        facts.workerId(),
        facts.workerHostname(),
        facts.startedAt(),
        custom,
        facts.errorCode(),
        facts.errorType(),
        facts.context());
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // planned for this type
  public <T> T argument(Parameter<T> parameter) {
    return (T) binding.value(parameter, task);
  }

  @Override
  public StepContext context() {
    return task.context(adapter.descriptor().callable());
  }
}
