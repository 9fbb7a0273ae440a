package io.tasker.engine;

import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.Decision;
import io.tasker.handler.StepExecutionResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results that mean something only where the template says so. */
final class SpecialResults {
  private static final String CHECKPOINT = "checkpoint_yield";

  private SpecialResults() {}

  /** Fails if a step that is neither decision nor batchable nor batch worker returns such. */
  static void refuse(StepPlan step, @Nullable Object result) {
    if (result instanceof BatchProgress) {
      throw InvalidOutcomeException.checkpoint(
          step, "is no batch worker and cannot yield a checkpoint");
    }
    if (result instanceof Decision) {
      throw InvalidOutcomeException.decision(
          step, "returned a decision, but its type in the template is not decision");
    }
    if (result instanceof BatchPlan) {
      throw InvalidOutcomeException.batch(
          step, "returned a plan of batches, but its type in the template is not batchable");
    }
  }

  /** Returns the result of a hand-written handler, or the checkpoint that it stands for. */
  static Object unwrap(CompiledStep step, StepExecutionResult result) {
    if (!Boolean.TRUE.equals(result.metadata().custom().get(CHECKPOINT))) {
      return result.result();
    }
    if (result.result() instanceof Map<?, ?> fields
        && fields.get("cursor") instanceof Number cursor
        && fields.get("items_processed") instanceof Number processed) {
      return BatchProgress.checkpoint(
          cursor.longValue(), processed.longValue(), fields.get("accumulated_results"));
    }
    throw InvalidOutcomeException.checkpoint(
        step.plan(), "yielded a checkpoint without cursor and items_processed as numbers");
  }
}
