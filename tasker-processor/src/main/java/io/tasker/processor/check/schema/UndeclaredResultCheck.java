package io.tasker.processor.check.schema;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.check.schema.UndeclaredFields.Found;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TypeText;
import java.util.stream.Collectors;

/** What a handler returns, the result_schema of its step declares. */
final class UndeclaredResultCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      if (SchemaFit.isDescribed(handler)) {
        module.templates().usages(handler).stream()
            .flatMap(
                usage ->
                    usage.template().result(usage.step()).stream()
                        .flatMap(
                            schema ->
                                UndeclaredFields.written(handler.result().value().payload(), schema)
                                    .stream())
                        .map(found -> problem(handler, usage, found)))
            .findFirst()
            .ifPresent(diagnostics::report);
      }
    }
  }

  private static Problem problem(HandlerModel handler, Usage usage, Found found) {
    String fields = found.paths().stream().map(Words::quoted).collect(Collectors.joining(", "));
    Problem problem =
        Problem.error(
            Code.UNDECLARED_RESULT,
            handler.at(),
            "step '%s' returns %s with %s, which its result_schema %s."
                .formatted(
                    usage.step().name(),
                    TypeText.simple(handler.result().value().name()),
                    fields,
                    found.isForbidden() ? "forbids" : "does not declare"),
            "template: " + usage.template().place(usage.step().path().key("result_schema")),
            "fix: declare it under 'properties', or leave it out of the result.");
    return found.isForbidden() ? problem : problem.asWarning();
  }
}
