package io.tasker.processor.check.schema;

import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.check.payload.Projection;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.schema.InputReadings.Reading;
import io.tasker.processor.check.schema.SchemaHints.Hint;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a schema says what kind of text or how large a number a value is, Java says it, too. */
final class SchemaTypeHintCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      Set<SourceRef> told = new HashSet<>();
      List<Problem> problems = new ArrayList<>();
      InputReadings.of(module, handler).forEach(reading -> problems.addAll(ofInput(reading)));
      for (Usage usage : module.templates().usages(handler)) {
        handler
            .parameters(Dependency.class)
            .forEach(dependency -> problems.addAll(ofDependency(dependency, usage)));
        problems.addAll(ofResult(handler, usage));
      }
      problems.stream().filter(problem -> told.add(problem.at())).forEach(diagnostics::report);
    }
  }

  private static List<Problem> ofInput(Reading reading) {
    return SchemaHints.read(reading.taken(), reading.schema()).stream()
        .map(
            hint ->
                problem(
                    reading.slot().at(),
                    "step '%s' reads input field '%s' as %s, but the input_schema says %s"
                        .formatted(
                            reading.usage().step().name(), hint.path(), java(hint), schema(hint)),
                    reading.template(hint.path()),
                    hint))
        .toList();
  }

  private static List<Problem> ofDependency(Dependency dependency, Usage usage) {
    String root = dependency.path().value();
    Optional<TemplateStep> producer =
        usage.above(dependency.step().value()).filter(SchemaDependencyCheck::isKnownBySchema);
    return producer.stream()
        .flatMap(step -> usage.template().result(step).stream())
        .flatMap(schema -> Projection.follow(schema, root).stream())
        .flatMap(found -> SchemaHints.read(dependency.slot().taken(), found).stream())
        .map(
            hint -> {
              String path = at(root, hint.path());
              return problem(
                  dependency.slot().at(),
                  "step '%s' reads %s'%s' as %s, but its result_schema says %s"
                      .formatted(
                          usage.step().name(),
                          path.isEmpty() ? "" : "'" + path + "' of ",
                          dependency.step().value(),
                          java(hint),
                          schema(hint)),
                  result(usage, producer.orElseThrow(), path),
                  hint);
            })
        .toList();
  }

  private static List<Problem> ofResult(HandlerModel handler, Usage usage) {
    if (!SchemaFit.isDescribed(handler)) {
      return List.of();
    }
    return usage.template().result(usage.step()).stream()
        .flatMap(schema -> SchemaHints.written(handler.result().value().payload(), schema).stream())
        .map(
            hint ->
                problem(
                    handler.at(),
                    "step '%s' returns %s%s, but its result_schema says %s"
                        .formatted(
                            usage.step().name(),
                            hint.path().isEmpty() ? "" : "'" + hint.path() + "' as ",
                            java(hint),
                            schema(hint)),
                    result(usage, usage.step(), hint.path()),
                    hint))
        .toList();
  }

  private static String at(String root, String path) {
    return root.isEmpty() || path.isEmpty() || path.startsWith("[") || path.startsWith("{")
        ? root + path
        : root + "." + path;
  }

  private static String java(Hint hint) {
    return PayloadText.of(hint.java());
  }

  private static String schema(Hint hint) {
    return SchemaText.of(hint.schema());
  }

  private static String result(Usage usage, TemplateStep step, String path) {
    TemplatePath schema = step.path().key("result_schema");
    return "template: " + usage.template().place(SchemaPlace.of(schema, path));
  }

  private static Problem problem(SourceRef at, String headline, String place, Hint hint) {
    String better = PayloadText.of(new Scalar(hint.better()));
    return Problem.error(
            Code.SCHEMA_TYPE_HINT,
            at,
            headline + (hint.isNarrow() ? ", which may be larger." : "."),
            place,
            hint.isNarrow()
                ? "fix: use %s, or bound the value by 'maximum' in the schema.".formatted(better)
                : "fix: use %s, which holds nothing else.".formatted(better))
        .asWarning();
  }
}
