package io.tasker.processor.check.schema;

import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.payload.OptionalFix;
import io.tasker.processor.check.payload.PayloadText;
import io.tasker.processor.check.payload.Projection;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TemplateStep;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a step reads fits the result_schema of a step whose handler lives elsewhere. */
final class SchemaDependencyCheck implements Check.OfModule {
  /** The results of other steps are outcomes of Tasker Core's, with what they found inside. */
  private static final Set<StepType> PLAIN =
      Set.of(StepType.STANDARD, StepType.DEFERRED_CONVERGENCE);

  /** A parameter that reads the result of a step of which only the schema is known. */
  private record Reading(
      Dependency dependency, Usage usage, TemplateStep producer, PayloadType schema) {

    Optional<Problem> problem() {
      Located<String> path = dependency.path();
      return Projection.missing(schema, path.value())
          .map(missing -> unknownField(path.value(), path.at(), missing.known(), missing.field()))
          .or(
              () ->
                  Projection.follow(schema, path.value())
                      .flatMap(found -> SchemaFit.reading(found, taken()))
                      .map(this::problem));
    }

    private PayloadType taken() {
      PayloadType type = dependency.slot().type().payload();
      return dependency.slot().nullable() ? new OptionalType(type.present()) : type;
    }

    private Problem problem(Mismatch mismatch) {
      String path = SchemaText.path(dependency.path().value(), mismatch);
      SourceRef at = dependency.slot().at();
      if (mismatch instanceof Mismatch.NoField missing) {
        return unknownField(path, at, missing.produced().writtenNames(), missing.field());
      }
      String what = (path.isEmpty() ? "" : "'" + path + "' of ") + Words.quoted(name());
      return mismatch instanceof Mismatch.Types types
          ? error(
              "step '%s' reads %s as %s, but its result_schema says %s."
                  .formatted(
                      usage.step().name(),
                      what,
                      PayloadText.of(types.taken()),
                      SchemaText.of(types.produced())),
              path,
              "change the type, or the schema.")
          : error(
              "step '%s' needs %s, which its result_schema does not require."
                  .formatted(usage.step().name(), what),
              path,
              OptionalFix.of(dependency.slot(), taken(), SchemaText.path("", mismatch))
                  + ", or list it under 'required'.");
    }

    private Problem error(String headline, String path, String fix) {
      return Problem.error(
          Code.DEPENDENCY_TYPE_MISMATCH,
          dependency.slot().at(),
          headline,
          template(path),
          "fix: " + fix);
    }

    private Problem unknownField(
        String path, SourceRef at, Collection<String> known, String field) {
      List<String> details = new ArrayList<>(Words.unknownName(field, known, "fields"));
      details.add(template(path));
      return Problem.error(
          Code.UNKNOWN_FIELD,
          at,
          "step '%s' reads '%s' of '%s', but its result_schema has no field '%s'."
              .formatted(usage.step().name(), path, name(), field),
          details);
    }

    private String name() {
      return producer.name();
    }

    private String template(String path) {
      return "template: "
          + usage.template().place(SchemaPlace.of(producer.path().key("result_schema"), path));
    }
  }

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      for (Dependency dependency : handler.parameters(Dependency.class)) {
        module.templates().usages(handler).stream()
            .flatMap(usage -> reading(dependency, usage).stream())
            .flatMap(reading -> reading.problem().stream())
            .findFirst()
            .ifPresent(diagnostics::report);
      }
    }
  }

  /** Returns whether nothing but its schema says what a step returns. */
  static boolean isKnownBySchema(TemplateStep step) {
    return step.handler().isEmpty() && PLAIN.contains(step.definition().type());
  }

  private static Optional<Reading> reading(Dependency dependency, Usage usage) {
    return usage
        .above(dependency.step().value())
        .filter(SchemaDependencyCheck::isKnownBySchema)
        .flatMap(
            step ->
                usage
                    .template()
                    .result(step)
                    .map(schema -> new Reading(dependency, usage, step, schema)));
  }
}
