package io.tasker.internal;

import io.tasker.handler.BatchProgress;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a handler returned, whatever form it gave it: the same for all who run steps. */
public sealed interface Returned {

  /**
   * A value, which may be a decision, a plan of batches or the progress of one.
   *
   * @param value the value, or null for none
   * @param metadata the facts about the run that came with it
   */
  record Value(@Nullable Object value, Map<String, Object> metadata) implements Returned {}

  /**
   * A failure.
   *
   * @param failure the failure
   * @param metadata the facts about the run that came with it
   */
  record Failed(StepFailure failure, Map<String, Object> metadata) implements Returned {}

  /**
   * Reads what a handler returned.
   *
   * @param step the name of the step
   * @param returned what the handler returned
   * @return what that means
   */
  static Returned of(String step, @Nullable Object returned) {
    if (returned instanceof StepResult.Success<?> success) {
      return new Value(success.value(), success.metadata());
    }
    if (returned instanceof StepResult.Failure<?> failed) {
      return new Failed(failed.failure(), failed.metadata());
    }
    if (returned instanceof StepExecutionResult result) {
      return handWritten(step, result);
    }
    if (returned instanceof CompletionStage) {
      // The one that a handler returns has been waited for.
      InvalidResultException nested =
          new InvalidResultException(
              "The result of step '%s' is a CompletionStage within another: use thenCompose in place of thenApply"
                  .formatted(step));
      return new Failed(FailureMapping.of(nested), Map.of());
    }
    return new Value(returned, Map.of());
  }

  private static Returned handWritten(String step, StepExecutionResult result) {
    Map<String, Object> metadata = result.metadata().custom();
    if (!result.success()) {
      return new Failed(FailureMapping.of(result), metadata);
    }
    if (!Boolean.TRUE.equals(metadata.get("checkpoint_yield"))) {
      return new Value(result.result(), metadata);
    }
    if (result.result() instanceof Map<?, ?> fields
        && fields.get("cursor") instanceof Number cursor
        && fields.get("items_processed") instanceof Number processed) {
      return new Value(
          BatchProgress.checkpoint(
              cursor.longValue(), processed.longValue(), fields.get("accumulated_results")),
          metadata);
    }
    return new Failed(
        FailureMapping.of(
            InvalidOutcomeException.checkpoint(
                step, "yielded a checkpoint without cursor and items_processed as numbers")),
        metadata);
  }
}
