package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.TemplateBranches;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A step that can do without one of the routes it waits for is a deferred convergence. */
final class TemplateConvergenceCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Map<TemplateModel, TemplateBranches> known = new HashMap<>();
    for (HandlerModel handler : module.templates().handlers()) {
      for (Usage usage : module.templates().usages(handler)) {
        if (usage.step().definition().type() == StepType.STANDARD
            && usage.template().isGraphCertain()) {
          TemplateBranches branches = known.computeIfAbsent(usage.template(), TemplateBranches::of);
          handler.parameters(Dependency.class).stream()
              .filter(
                  dependency ->
                      dependency.isOptional() && mayBeLeftOut(dependency, usage, branches))
              .findFirst()
              .map(dependency -> problem(handler, usage, dependency, branches))
              .ifPresent(diagnostics::report);
        }
      }
    }
  }

  private static boolean mayBeLeftOut(
      Dependency dependency, Usage usage, TemplateBranches branches) {
    if (!branches.hasSeveralRoutes(usage.step())) {
      return false;
    }
    return usage
        .above(dependency.step().value())
        .map(branches::behind)
        .filter(branches.behind(usage.step())::containsAll)
        .filter(routes -> !branches.shared(usage.step()).containsAll(routes))
        .isPresent();
  }

  private static Problem problem(
      HandlerModel handler, Usage usage, Dependency dependency, TemplateBranches branches) {
    List<String> details = new ArrayList<>();
    for (TemplateStep needed : branches.needed(usage.step())) {
      Set<String> routes = branches.behind(needed);
      if (!routes.isEmpty()) {
        details.add(ConditionalDependencyCheck.condition(needed.name(), routes));
      }
    }
    details.add("template: " + usage.template().place(usage.step().path().key("type")));
    details.add("fix: write type: deferred_convergence.");
    return Problem.error(
        Code.STEP_TYPE_MISMATCH,
        handler.at(),
        "step '%s' takes the result of '%s' as Optional, but is of type 'standard' in template %s, so it runs only if each route above it is taken."
            .formatted(usage.step().name(), dependency.step().value(), usage.template().identity()),
        details);
  }
}
