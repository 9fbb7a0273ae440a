package io.tasker.processor.check.template;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.InTemplate;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.CallableIndex;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.HandlerReference;
import io.tasker.template.problem.TemplatePath;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A step picks one of the handlers of its callable: by method where there are several. */
final class HandlerMethodCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (Usage usage : module.templates().all()) {
      HandlerReference reference = usage.step().definition().handler();
      List<HandlerModel> answering = module.templates().callables().answering(reference);
      if (usage.step().handler().isEmpty() && !answering.isEmpty()) {
        diagnostics.report(problem(module, usage, reference, answering));
      }
    }
  }

  private static Problem problem(
      ModuleModel module, Usage usage, HandlerReference reference, List<HandlerModel> answering) {
    TreeSet<String> methods =
        answering.stream()
            .map(handler -> handler.names().method())
            .filter(method -> !method.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    boolean names = CallableIndex.namesMethod(reference);
    String what =
        names
            ? "names method '%s' of handler '%s', which has no such method."
                .formatted(reference.method(), reference.callable())
            : "names no method of handler '%s', which has %d."
                .formatted(reference.callable(), answering.size());
    TemplatePath handler = usage.step().path().key("handler");
    return InTemplate.error(
        module,
        usage.template(),
        handler.key(names ? "method" : "callable"),
        Code.UNKNOWN_METHOD,
        "step '%s' %s".formatted(usage.step().name(), what),
        Words.unknownName(names ? reference.method() : "", methods, "methods"));
  }
}
