package io.tasker.processor.check.decision;

import io.tasker.processor.check.payload.OptionalFix;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.TemplateBranches;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A step can do without the results of steps that a decision of its template may leave out. */
final class TemplateConditionCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Map<TemplateModel, TemplateBranches> branches = new HashMap<>();
    for (HandlerModel handler : module.templates().handlers()) {
      for (Dependency dependency : handler.parameters(Dependency.class)) {
        if (!dependency.isOptional()) {
          module.templates().usages(handler).stream()
              .flatMap(
                  usage ->
                      problem(
                          dependency,
                          usage,
                          branches.computeIfAbsent(usage.template(), TemplateBranches::of))
                          .stream())
              .findFirst()
              .ifPresent(diagnostics::report);
        }
      }
    }
  }

  private static Optional<Problem> problem(
      Dependency dependency, Usage usage, TemplateBranches branches) {
    return usage
        .above(dependency.step().value())
        .map(branches::behind)
        .map(
            needed -> {
              Set<String> left = new LinkedHashSet<>(needed);
              left.removeAll(branches.behind(usage.step()));
              return left;
            })
        .filter(left -> !left.isEmpty())
        .map(left -> problem(dependency, usage, left));
  }

  private static Problem problem(Dependency dependency, Usage usage, Set<String> routes) {
    String upstream = dependency.step().value();
    return Problem.error(
        Code.CONDITIONAL_DEPENDENCY,
        dependency.slot().at(),
        "step '%s' needs the result of '%s', which a decision may leave out."
            .formatted(usage.step().name(), upstream),
        routes.stream()
            .map(Words::quoted)
            .collect(Collectors.joining(" and ", Words.quoted(upstream) + " runs on route ", "")),
        "template: " + usage.place(),
        "fix: " + OptionalFix.of(dependency.slot()) + ", or mark it @Nullable.");
  }
}
