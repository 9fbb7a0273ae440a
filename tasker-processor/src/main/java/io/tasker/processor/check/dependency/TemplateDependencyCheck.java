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
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A step that a handler names is in every template that uses the handler. */
final class TemplateDependencyCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      for (Located<String> upstream : handler.upstream()) {
        List<Usage> without =
            module.templates().usages(handler).stream()
                .filter(usage -> usage.template().isGraphCertain())
                .filter(usage -> usage.template().step(upstream.value()).isEmpty())
                .toList();
        if (!without.isEmpty()) {
          diagnostics.report(problem(upstream, without));
        }
      }
    }
  }

  private static Problem problem(Located<String> upstream, List<Usage> without) {
    Usage usage = without.get(0);
    SortedSet<String> known = names(usage.template());
    known.remove(usage.step().name());
    List<String> details = new ArrayList<>(Words.unknownName(upstream.value(), known, "steps"));
    details.addAll(InTemplate.lines(without));
    return Problem.error(
        Code.UNKNOWN_DEPENDENCY,
        upstream.at(),
        "step '%s' depends on '%s', but no step of template %s has that name."
            .formatted(usage.step().name(), upstream.value(), usage.template().identity()),
        details);
  }

  private static SortedSet<String> names(TemplateModel template) {
    return template.steps().stream()
        .map(TemplateStep::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
