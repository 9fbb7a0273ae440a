package io.tasker.processor.check.decision;

import io.tasker.processor.check.payload.OptionalFix;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.Branches;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A step needs no two steps of which a decision may leave one out. */
final class ConditionalDependencyCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      Branches branches = Branches.of(workflow);
      for (HandlerModel handler : workflow.handlers()) {
        if (!branches.deciders(handler.step()).isEmpty()) {
          checkRoute(branches, handler, diagnostics);
        } else if (branches.hasSeveralRoutes(handler)) {
          checkConvergence(branches, handler, diagnostics);
        }
      }
    }
  }

  /** A route begins right below its decision, so it cannot wait for other routes. */
  private static void checkRoute(Branches branches, HandlerModel route, Diagnostics diagnostics) {
    Set<String> taken = branches.behind(route.step());
    for (Located<String> upstream : route.upstream()) {
      Set<String> needed = branches.behind(upstream.value());
      if (!taken.containsAll(needed)) {
        diagnostics.report(
            Problem.error(
                Code.CONDITIONAL_DEPENDENCY,
                upstream.at(),
                "step '%s' is a route of decision '%s', but waits for '%s', which runs on another route."
                    .formatted(
                        route.step(),
                        branches.deciders(route.step()).get(0).step(),
                        upstream.value()),
                condition(upstream.value(), needed),
                "fix: bring both together in a later step that takes them as Optional."));
      }
    }
  }

  private static void checkConvergence(
      Branches branches, HandlerModel handler, Diagnostics diagnostics) {
    Set<String> certain = branches.shared(handler);
    for (Dependency dependency : handler.parameters(Dependency.class)) {
      String upstream = dependency.step().value();
      if (!dependency.isOptional() && !certain.containsAll(branches.behind(upstream))) {
        diagnostics.report(needed(branches, handler, dependency));
      }
    }
  }

  private static Problem needed(Branches branches, HandlerModel handler, Dependency dependency) {
    List<String> details = new ArrayList<>();
    new LinkedHashSet<>(handler.upstream())
        .stream()
            .map(Located::value)
            .distinct()
            .filter(step -> !branches.behind(step).isEmpty())
            .forEach(step -> details.add(condition(step, branches.behind(step))));
    details.add("fix: " + OptionalFix.of(dependency.slot()) + ", or mark it @Nullable.");
    return Problem.error(
        Code.CONDITIONAL_DEPENDENCY,
        dependency.slot().at(),
        "step '%s' needs the result of '%s', which a decision may leave out."
            .formatted(handler.step(), dependency.step().value()),
        details);
  }

  static String condition(String step, Set<String> routes) {
    return routes.stream()
        .map(Words::quoted)
        .collect(Collectors.joining(" and ", Words.quoted(step) + " runs on route ", ""));
  }
}
