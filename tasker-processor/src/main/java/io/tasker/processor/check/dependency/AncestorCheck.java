package io.tasker.processor.check.dependency;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A step that a handler names is above it, directly or not, in every template that uses it. */
final class AncestorCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      for (Located<String> upstream : handler.upstream()) {
        List<Usage> beside =
            module.templates().usages(handler).stream()
                .filter(usage -> usage.template().isGraphCertain())
                .filter(usage -> usage.template().step(upstream.value()).isPresent())
                .filter(usage -> usage.above(upstream.value()).isEmpty())
                .toList();
        if (!beside.isEmpty()) {
          diagnostics.report(problem(upstream, beside));
        }
      }
    }
  }

  private static Problem problem(Located<String> upstream, List<Usage> beside) {
    Usage usage = beside.get(0);
    String step = usage.step().name();
    String other = upstream.value();
    Set<String> above = usage.template().above(usage.step());
    List<String> details = new ArrayList<>();
    details.add("steps above it: " + (above.isEmpty() ? "none" : Words.list(new TreeSet<>(above))));
    details.addAll(InTemplate.lines(beside));
    details.add("fix: " + fix(usage, other));
    return Problem.error(
        Code.NOT_AN_ANCESTOR,
        upstream.at(),
        "step '%s' depends on '%s', which is not above it in template %s."
            .formatted(step, other, usage.template().identity()),
        details);
  }

  private static String fix(Usage usage, String other) {
    String step = usage.step().name();
    if (other.equals(step)) {
      return "remove it; a step has no result of its own to read.";
    }
    TemplateStep named = usage.template().step(other).orElseThrow();
    return usage.template().above(named).contains(step)
        ? "'%s' waits for '%s'; turn that dependency round, or remove this one."
            .formatted(other, step)
        : "add '%s' to the dependencies of '%s', or of a step above it.".formatted(other, step);
  }
}
