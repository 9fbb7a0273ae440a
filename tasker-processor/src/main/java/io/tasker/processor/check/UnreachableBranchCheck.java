package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ResultForm.Routes;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.StepType;
import java.util.List;
import java.util.Set;

/** Each branch below a decision is one that its handler can choose. */
final class UnreachableBranchCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      if (handler.result().form() instanceof Routes routes) {
        module.templates().usages(handler).stream()
            .filter(usage -> usage.template().isGraphCertain())
            // A constant that stands for no step is told, and may be meant for this one.
            .filter(usage -> usage.template().below(usage.step()).containsAll(routes.steps()))
            .forEach(usage -> check(module, usage, routes, diagnostics));
      }
    }
  }

  private static void check(
      ModuleModel module, Usage decision, Routes routes, Diagnostics diagnostics) {
    TemplateModel template = decision.template();
    for (String below : template.below(decision.step())) {
      TemplateStep step = template.step(below).orElseThrow();
      Set<String> above = template.above(step);
      boolean isReached =
          routes.steps().contains(below)
              || routes.steps().stream().anyMatch(above::contains)
              || step.definition().type() == StepType.DEFERRED_CONVERGENCE;
      if (!isReached) {
        diagnostics.report(problem(module, decision, step, routes));
      }
    }
  }

  private static Problem problem(
      ModuleModel module, Usage decision, TemplateStep step, Routes routes) {
    return InTemplate.error(
            module,
            decision.template(),
            step.path().key("name"),
            Code.UNREACHABLE_BRANCH,
            "step '%s' waits for decision '%s', which never chooses it."
                .formatted(step.name(), decision.step().name()),
            List.of(
                "routes: " + Words.list(routes.steps()),
                "fix: add a constant for it to %s, or let it depend on one of the routes."
                    .formatted(routes.enumName())))
        .asWarning();
  }
}
