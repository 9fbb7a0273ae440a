package io.tasker.processor.check.template;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet;
import io.tasker.processor.model.TemplateSet.Usage;
import java.util.List;
import java.util.Optional;

/** Where there are templates, each handler outside of a workflow is named by one. */
final class UnusedHandlerCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    TemplateSet templates = module.templates();
    if (templates.files().isEmpty() || !templates.isComplete() || hasUnknown(templates)) {
      return;
    }
    for (HandlerClass handlers : module.classes()) {
      if (handlers.workflow().isEmpty()) {
        handlers.handlers().stream()
            .filter(handler -> templates.usages(handler).isEmpty())
            .forEach(handler -> diagnostics.report(problem(templates, handler)));
      }
    }
  }

  /** A step whose handler is misspelt leaves the right one unused: that is one mistake. */
  private static boolean hasUnknown(TemplateSet templates) {
    return templates.all().stream()
        .map(Usage::step)
        .anyMatch(
            step ->
                step.handler().isEmpty()
                    && !step.definition().handler().callable().startsWith("grammar:"));
  }

  private static Problem problem(TemplateSet templates, HandlerModel handler) {
    Optional<String> like =
        templates.all().stream()
            .filter(usage -> usage.step().name().equals(handler.step()))
            .map(
                usage ->
                    "step '%s' of template %s names '%s': %s"
                        .formatted(
                            handler.step(),
                            usage.template().identity(),
                            usage.step().definition().handler().callable(),
                            usage.place()))
            .findFirst();
    String fix = "fix: name it in a template, or remove it.";
    return Problem.error(
            Code.UNUSED_HANDLER,
            handler.names().callable().at(),
            "no template names the handler '%s'.".formatted(handler.callable()),
            like.map(line -> List.of(line, fix)).orElse(List.of(fix)))
        .asWarning();
  }
}
