package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ResultForm.Routes;
import io.tasker.processor.model.StepKind;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Each constant of a decision's enum stands for a step right below it in the template. */
final class TemplateRouteCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      if (handler.result().form() instanceof Routes routes) {
        module.templates().usages(handler).stream()
            .filter(usage -> usage.template().isGraphCertain())
            .flatMap(usage -> problem(handler, routes, usage).stream())
            .findFirst()
            .ifPresent(diagnostics::report);
      }
    }
  }

  /** Returns whether every decision of a template is known as one and has its routes below it. */
  static boolean isSound(TemplateModel template) {
    return template.steps().stream()
        .allMatch(
            step ->
                step.handler()
                    .filter(handler -> handler.kind() == StepKind.DECISION)
                    .map(
                        decision ->
                            step.definition().type() == StepType.DECISION
                                && template.below(step).containsAll(decision.routes()))
                    .orElse(true));
  }

  private static Optional<Problem> problem(HandlerModel handler, Routes routes, Usage usage) {
    List<String> below = usage.template().below(usage.step());
    return routes.steps().stream()
        .filter(step -> !below.contains(step))
        .findFirst()
        .map(step -> problem(handler, routes, usage, step));
  }

  private static Problem problem(HandlerModel handler, Routes routes, Usage usage, String route) {
    String decision = usage.step().name();
    Optional<TemplateStep> step = usage.template().step(route);
    List<String> details = new ArrayList<>();
    if (step.isEmpty()) {
      details.addAll(
          Words.unknownName(
              route, new TreeSet<>(usage.template().below(usage.step())), "steps below it"));
    }
    details.add(
        "template: "
            + step.map(there -> usage.template().place(there.path().key("name")))
                .orElse(usage.place()));
    details.add(
        "fix: "
            + step.map(there -> "add '%s' to the dependencies of '%s'.".formatted(decision, route))
                .orElse("name each constant of %s like a step.".formatted(routes.enumName())));
    return Problem.error(
        Code.UNKNOWN_ROUTE,
        handler.at(),
        step.isPresent()
            ? "decision '%s' may choose '%s', but that step does not depend on it in template %s."
                .formatted(decision, route, usage.template().identity())
            : "decision '%s' may choose '%s', but no step of template %s has that name."
                .formatted(decision, route, usage.template().identity()),
        details);
  }
}
