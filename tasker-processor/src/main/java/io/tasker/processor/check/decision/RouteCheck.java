package io.tasker.processor.check.decision;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ResultForm.Routes;
import io.tasker.processor.model.StepKind;
import io.tasker.template.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each constant of a decision's enum stands for a step of the workflow. */
final class RouteCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      for (HandlerModel decision : workflow.handlers()) {
        if (decision.result().form() instanceof Routes routes) {
          check(workflow, decision, routes, diagnostics);
        }
      }
    }
  }

  /** Returns whether each decision has constants, and each of them stands for a step. */
  static boolean areStepsKnown(HandlerClass workflow) {
    Set<String> steps = steps(workflow);
    return workflow.handlers().stream()
        .filter(handler -> handler.kind() == StepKind.DECISION)
        .map(HandlerModel::routes)
        .allMatch(routes -> !routes.isEmpty() && steps.containsAll(routes));
  }

  private static Set<String> steps(HandlerClass workflow) {
    return workflow.handlers().stream()
        .map(HandlerModel::step)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(
      HandlerClass workflow, HandlerModel decision, Routes routes, Diagnostics diagnostics) {
    Set<String> steps = steps(workflow);
    routes.steps().stream()
        .filter(step -> !steps.contains(step))
        .findFirst()
        .ifPresent(
            unknown -> diagnostics.report(problem(workflow, decision, routes, steps, unknown)));
  }

  private static Problem problem(
      HandlerClass workflow,
      HandlerModel decision,
      Routes routes,
      Set<String> steps,
      String unknown) {
    List<String> details = new ArrayList<>();
    List<String> choices = new ArrayList<>(steps);
    choices.remove(decision.step());
    int width = routes.constants().stream().mapToInt(String::length).max().orElse(0);
    for (String constant : routes.constants()) {
      String step = Routes.step(constant);
      String meaning =
          steps.contains(step)
              ? Words.quoted(step)
              : "no step " + Words.quoted(step) + meant(step, choices);
      details.add(("%-" + width + "s  %s").formatted(constant, meaning));
    }
    details.add("known steps: " + Words.list(choices));
    details.add("fix: name each constant of " + routes.enumName() + " like a step.");
    return Problem.error(
        Code.UNKNOWN_ROUTE,
        decision.at(),
        "decision '%s' may choose '%s', but no step of %s has that name."
            .formatted(decision.step(), unknown, workflow.name().simpleName()),
        details);
  }

  private static String meant(String step, List<String> choices) {
    List<String> closest = Suggestions.closest(step, choices);
    return closest.isEmpty()
        ? ""
        : closest.stream()
            .map(Words::quoted)
            .collect(Collectors.joining(" or ", "; did you mean: ", ""));
  }
}
