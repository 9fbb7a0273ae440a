package io.tasker.processor.check;

import io.tasker.processor.check.Conversion.Mismatch;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a step reads fits the result_schema of a step whose handler lives elsewhere. */
final class SchemaDependencyCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      for (Dependency dependency : handler.parameters(Dependency.class)) {
        module.templates().usages(handler).stream()
            .flatMap(usage -> problem(dependency, usage).stream())
            .findFirst()
            .ifPresent(diagnostics::report);
      }
    }
  }

  private static Optional<Problem> problem(Dependency dependency, Usage usage) {
    Optional<TemplateStep> producer =
        usage
            .above(dependency.step().value())
            .filter(step -> step.handler().isEmpty())
            .filter(step -> step.definition().type() != StepType.BATCH_WORKER);
    Optional<PayloadType> schema = producer.flatMap(step -> usage.template().result(step));
    if (schema.isEmpty()) {
      return Optional.empty();
    }
    String place = usage.template().place(producer.orElseThrow().path().key("result_schema"));
    String path = dependency.path().value();
    return Projection.missing(schema.get(), path)
        .map(missing -> unknownField(dependency, usage, missing, place))
        .or(
            () ->
                Projection.follow(schema.get(), path)
                    .flatMap(found -> SchemaFit.reading(found, taken(dependency)))
                    .map(mismatch -> problem(dependency, usage, mismatch, place)));
  }

  private static PayloadType taken(Dependency dependency) {
    PayloadType type = dependency.slot().type().payload();
    return dependency.slot().nullable() ? new OptionalType(type.present()) : type;
  }

  private static Problem unknownField(
      Dependency dependency, Usage usage, Projection.NoField missing, String place) {
    List<String> details =
        new ArrayList<>(Words.unknownName(missing.field(), missing.known(), "fields"));
    details.add("template: " + place);
    return Problem.error(
        Code.UNKNOWN_FIELD,
        dependency.path().at(),
        "step '%s' reads '%s' of '%s', but its result_schema has no field '%s'."
            .formatted(
                usage.step().name(),
                dependency.path().value(),
                dependency.step().value(),
                missing.field()),
        details);
  }

  private static Problem problem(
      Dependency dependency, Usage usage, Mismatch mismatch, String place) {
    String step = usage.step().name();
    String producer = dependency.step().value();
    String path = SchemaText.path(dependency.path().value(), mismatch);
    List<String> details = new ArrayList<>();
    String headline;
    if (mismatch instanceof Mismatch.NoField missing) {
      headline =
          "step '%s' reads field '%s' of '%s', but its result_schema has no such field."
              .formatted(step, path, producer);
      details.addAll(Words.unknownName(missing.field(), missing.produced().fieldNames(), "fields"));
    } else if (mismatch instanceof Mismatch.Types types) {
      headline =
          "step '%s' reads %s'%s' as %s, but its result_schema says %s."
              .formatted(
                  step,
                  path.isEmpty() ? "" : "'" + path + "' of ",
                  producer,
                  PayloadText.of(types.taken()),
                  SchemaText.of(types.produced()));
    } else {
      headline =
          "step '%s' needs %s'%s', which its result_schema does not require."
              .formatted(step, path.isEmpty() ? "" : "'" + path + "' of ", producer);
      details.add("fix: declare it as Optional, or list it under 'required'.");
    }
    details.add(Math.max(0, details.size() - 1), "template: " + place);
    Code code =
        mismatch instanceof Mismatch.NoField ? Code.UNKNOWN_FIELD : Code.DEPENDENCY_TYPE_MISMATCH;
    return Problem.error(code, dependency.slot().at(), headline, details);
  }
}
