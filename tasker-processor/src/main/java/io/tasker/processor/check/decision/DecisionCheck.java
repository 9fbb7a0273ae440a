package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Ambiguous;
import io.tasker.processor.model.ParameterModel.Unbound;
import io.tasker.processor.model.ResultForm.Routes;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.Upstream;

/** A decision stands below a step and above others: Tasker Core takes no other. */
final class DecisionCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass handlers : module.classes()) {
      Upstream upstream = Upstream.of(handlers);
      handlers.handlers().stream()
          .filter(handler -> handler.kind() == StepKind.DECISION)
          .forEach(decision -> check(handlers, upstream, decision, diagnostics));
    }
  }

  private static void check(
      HandlerClass handlers, Upstream upstream, HandlerModel decision, Diagnostics diagnostics) {
    if (decision.routes().isEmpty()) {
      diagnostics.report(
          Problem.error(
              Code.DECISION_WITHOUT_BRANCHES,
              decision.at(),
              "decision '%s' has nothing to choose from: %s is no enum with constants."
                  .formatted(decision.step(), ((Routes) decision.result().form()).enumName()),
              "fix: return Decision of an enum with a constant for each step it may choose."));
    }
    // A parameter that nothing supplies may be meant for the result of a step.
    boolean isUncertain =
        !decision.parameters(Unbound.class).isEmpty()
            || !decision.parameters(Ambiguous.class).isEmpty();
    if (handlers.workflow().isPresent() && upstream.of(decision).isEmpty() && !isUncertain) {
      diagnostics.report(
          Problem.error(
              Code.DECISION_WITHOUT_DEPENDENCY,
              decision.at(),
              "decision '%s' depends on no step; Tasker Core refuses such a workflow."
                  .formatted(decision.step()),
              "fix: let it depend on a step, for example one that checks the input."));
    }
  }
}
