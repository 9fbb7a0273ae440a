package io.tasker.testing;

import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.Decision;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.OrchestrationMetadata;
import io.tasker.handler.OrchestrationMetadata.BackoffType;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionMetadata;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.internal.BatchPlanJson;
import io.tasker.internal.DecisionJson;
import io.tasker.internal.DeclaredResult;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.InvalidResultException;
import io.tasker.internal.Returned;
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
  private static final BatchableCapable CHECKPOINTS = new BatchableCapable() {};

  private final HandlerCall given;
  private final StepAdapter adapter;
  private final StepBinding binding;
  private final GivenTask task;
  private final DeclaredResult declared;

  OneAttempt(HandlerCall given, StepAdapter adapter, StepBinding binding, GivenTask task) {
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
    Returned read = Returned.of(given.stepName(), returned);
    if (read instanceof Returned.Failed failed) {
      return failure(failed.failure(), failed.metadata());
    }
    Returned.Value success = (Returned.Value) read;
    try {
      return success(success.value(), success.metadata());
    } catch (UnfitValueException e) {
      return failure(
          FailureMapping.of(
              InvalidResultException.of(given.stepName(), adapter.descriptor().declaredAt(), e)),
          success.metadata());
    }
  }

  private StepExecutionResult success(@Nullable Object value, Map<String, Object> metadata) {
    if (value instanceof BatchProgress.Checkpoint<?> checkpoint) {
      return CHECKPOINTS.checkpointYield(
          task.context(adapter.descriptor().callable()),
          checkpoint.cursor(),
          checkpoint.itemsProcessed(),
          checkpoint.accumulated() == null
              ? null
              : GivenTask.CODEC.toTree(checkpoint.accumulated()));
    }
    return StepExecutionResult.success(given.stepUuid, result(value), 0, metadata);
  }

  private @Nullable Object result(@Nullable Object value) {
    if (value instanceof Decision<?> decision) {
      return DecisionJson.of(given.stepName(), decision, GivenTask.CODEC);
    }
    if (value instanceof BatchPlan<?> plan) {
      return BatchPlanJson.of(
          given.stepName(), plan, given.worker(), given.batchSize(), GivenTask.CODEC);
    }
    Object result =
        declared.checked(
            given.stepName(), value instanceof BatchProgress.Done<?> done ? done.result() : value);
    return given.isRoundTrip ? GivenTask.CODEC.roundTrip(declared.json(result)) : result;
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
