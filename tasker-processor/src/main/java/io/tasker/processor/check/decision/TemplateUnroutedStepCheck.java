package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
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
import java.util.Set;

/** What {@link UnroutedStepCheck} says of a workflow holds for the steps of a template. */
final class TemplateUnroutedStepCheck implements Check.OfModule {

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
        Code.UNROUTED_STEP,
        UnroutedStepCheck.headline(step.name(), decision.step().name()),
        UnroutedStepCheck.details(routes.steps()));
  }
}
