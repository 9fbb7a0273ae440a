package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel.Results;
import io.tasker.processor.model.ParameterModel.Slice;
import io.tasker.processor.model.ResultForm;
import io.tasker.processor.model.StepKind;

/** A signature says one kind of step. */
final class StepKindCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().forEach(handler -> check(handler, diagnostics));
  }

  private static void check(HandlerModel handler, Diagnostics diagnostics) {
    boolean takesSlice = !handler.parameters(Slice.class).isEmpty();
    boolean takesResults = !handler.parameters(Results.class).isEmpty();
    StepKind kind = handler.kind();
    if (handler.result().form() instanceof ResultForm.Progress && !takesSlice) {
      report(
          handler,
          "returns BatchProgress, but takes no BatchSlice",
          "add a BatchSlice parameter, or return the value itself.",
          diagnostics);
    } else if (takesSlice && kind != StepKind.BATCH_WORKER) {
      report(
          handler,
          "takes BatchSlice like a batch worker, but returns " + result(kind),
          "split it into two steps.",
          diagnostics);
    } else if (takesResults && kind != StepKind.STANDARD) {
      String what = kind == StepKind.BATCH_WORKER ? "takes BatchSlice" : "returns " + result(kind);
      report(
          handler,
          "takes BatchResults, but " + what,
          "bring the results together in a step of their own.",
          diagnostics);
    }
  }

  private static String result(StepKind kind) {
    return kind == StepKind.DECISION ? "Decision" : "BatchPlan";
  }

  private static void report(
      HandlerModel handler, String what, String fix, Diagnostics diagnostics) {
    diagnostics.report(
        Problem.error(
            Code.INCONSISTENT_STEP_KIND,
            handler.at(),
            "step '%s' %s.".formatted(handler.step(), what),
            "fix: " + fix));
  }
}
