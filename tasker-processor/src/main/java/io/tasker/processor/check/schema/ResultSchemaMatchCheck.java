package io.tasker.processor.check.schema;

import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TypeText;
import io.tasker.template.StepDefinition;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import java.util.List;
import java.util.Optional;

/** What a handler returns is what the result_schema of its step says. */
final class ResultSchemaMatchCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      if (SchemaFit.isDescribed(handler)) {
        module.templates().usages(handler).stream()
            .flatMap(usage -> problem(handler, usage).stream())
            .findFirst()
            .ifPresent(diagnostics::report);
      }
    }
  }

  private static Optional<Problem> problem(HandlerModel handler, Usage usage) {
    PayloadType returned = handler.result().value().payload();
    return usage
        .template()
        .result(usage.step())
        .flatMap(
            schema ->
                SchemaFit.writing(returned, schema)
                    .or(() -> lacking(returned, schema, usage.step().definition())))
        .map(mismatch -> problem(handler, usage, mismatch));
  }

  /** Of a name that is nearly a property the template alone is to blame. */
  private static Optional<Mismatch> lacking(
      PayloadType returned, PayloadType schema, StepDefinition step) {
    List<String> declared =
        schema.present() instanceof ObjectType object ? object.writtenNames() : List.of();
    return SchemaFit.lacking(returned, step.resultSchema().orElseThrow())
        .filter(missing -> Suggestions.closest(SchemaText.path("", missing), declared).isEmpty());
  }

  private static Problem problem(HandlerModel handler, Usage usage, Mismatch mismatch) {
    TemplatePath schema = usage.step().path().key("result_schema");
    String place = usage.template().place(SchemaPlace.of(schema, SchemaText.path("", mismatch)));
    return Problem.error(
        Code.RESULT_SCHEMA_MISMATCH,
        handler.at(),
        headline(handler, usage, mismatch),
        "template: " + place,
        "fix: change the result_schema, or what %s.%s() returns."
            .formatted(handler.declaringClass(), handler.methodName()));
  }

  private static String headline(HandlerModel handler, Usage usage, Mismatch mismatch) {
    String step = usage.step().name();
    String type =
        handler.result().isVoid() ? "nothing" : TypeText.simple(handler.result().value().name());
    String path = SchemaText.path("", mismatch);
    if (mismatch instanceof Mismatch.NoField) {
      return "step '%s' returns %s without '%s', which its result_schema requires."
          .formatted(step, type, path);
    }
    if (mismatch instanceof Mismatch.Types types) {
      String what =
          path.isEmpty()
              ? type
              : "'%s' of %s as %s".formatted(path, type, PayloadText.of(types.produced()));
      return "step '%s' returns %s, but its result_schema says %s."
          .formatted(step, what, SchemaText.of(types.taken()));
    }
    return path.isEmpty()
        ? "step '%s' returns %s, which may be absent, but its result_schema takes no null."
            .formatted(step, type)
        : "step '%s' returns %s, whose '%s' may be absent, but its result_schema requires it."
            .formatted(step, type, path);
  }
}
