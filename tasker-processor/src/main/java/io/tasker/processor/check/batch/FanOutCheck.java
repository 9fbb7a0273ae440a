package io.tasker.processor.check.batch;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.FanOutModel;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.StepKind;

/** Only an analyzer names a worker, and the sizes are ones Tasker Core takes. */
final class FanOutCheck implements Check.OfClass {
  private static final int LARGEST = 100_000;
  private static final int WIDEST = 1_000;

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      boolean isAnalyzer = handler.kind() == StepKind.BATCH_ANALYZER;
      handler
          .settings()
          .fanOut()
          .ifPresent(fanOut -> check(handler, fanOut, isAnalyzer, diagnostics));
    }
  }

  private static void check(
      HandlerModel handler, FanOutModel fanOut, boolean isAnalyzer, Diagnostics diagnostics) {
    if (!isAnalyzer) {
      diagnostics.report(
          Problem.error(
              Code.MISPLACED_FAN_OUT,
              fanOut.at(),
              "step '%s' has @FanOut, but does not return BatchPlan.".formatted(handler.step()),
              "fix: return BatchPlan, or remove @FanOut."));
    }
    checkRange("batchSize", fanOut.batchSize(), LARGEST, diagnostics);
    checkRange("parallelism", fanOut.parallelism(), WIDEST, diagnostics);
  }

  private static void checkRange(
      String member, Located<Integer> number, int most, Diagnostics diagnostics) {
    if (number.value() < 1 || number.value() > most) {
      diagnostics.report(
          Problem.error(
              Code.INVALID_BATCH,
              number.at(),
              "%s is %d, but it lies between 1 and %d.".formatted(member, number.value(), most)));
    }
  }
}
