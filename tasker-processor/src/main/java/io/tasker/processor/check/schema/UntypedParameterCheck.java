package io.tasker.processor.check.schema;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.tasker.processor.check.payload.Projection;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.processor.model.TypeText;
import io.tasker.template.problem.TemplatePath;
import java.util.Map;
import java.util.Optional;

/** What a schema describes is not read as a map of anything: then nothing could be checked. */
final class UntypedParameterCheck implements Check.OfModule {
  private static final TypeName MAP = ClassName.get(Map.class);

  /** What a schema says of a parameter, and where. */
  private record Said(String what, String schemaName, TemplatePath place) {}

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      for (ParameterModel parameter : handler.parameters()) {
        if (isUntyped(parameter.slot().type().name())) {
          module.templates().usages(handler).stream()
              .flatMap(
                  usage ->
                      said(parameter, usage).stream().map(said -> problem(parameter, usage, said)))
              .findFirst()
              .ifPresent(diagnostics::report);
        }
      }
    }
  }

  /** Returns whether a type is Object, or a map whose values are. */
  private static boolean isUntyped(TypeName type) {
    if (type instanceof ParameterizedTypeName map && map.rawType().equals(MAP)) {
      TypeName value = map.typeArguments().get(1);
      return value.equals(ClassName.OBJECT) || value.toString().equals("?");
    }
    return type.equals(ClassName.OBJECT) || type.equals(MAP);
  }

  private static Optional<Said> said(ParameterModel parameter, Usage usage) {
    TemplatePath input = TemplatePath.root().key("input_schema");
    if (parameter instanceof WholeInput) {
      return typed(usage.template().input())
          .map(typed -> new Said("the input", "input_schema", input));
    }
    if (parameter instanceof InputField field) {
      String name = field.field().value();
      return typed(usage.template().input().flatMap(schema -> Projection.follow(schema, name)))
          .map(
              typed ->
                  new Said(
                      "input field '%s'".formatted(name),
                      "input_schema",
                      SchemaPlace.of(input, name)));
    }
    return parameter instanceof Dependency dependency ? said(dependency, usage) : Optional.empty();
  }

  private static Optional<Said> said(Dependency dependency, Usage usage) {
    String path = dependency.path().value();
    return usage
        .above(dependency.step().value())
        .flatMap(
            step ->
                typed(
                        usage
                            .template()
                            .result(step)
                            .flatMap(schema -> Projection.follow(schema, path)))
                    .map(
                        typed ->
                            new Said(
                                "the result of '%s'".formatted(step.name()),
                                "result_schema",
                                SchemaPlace.of(step.path().key("result_schema"), path))));
  }

  private static Optional<PayloadType> typed(Optional<PayloadType> schema) {
    return schema.filter(type -> !type.mentions(Open.class::isInstance));
  }

  private static Problem problem(ParameterModel parameter, Usage usage, Said said) {
    return Problem.error(
            Code.UNTYPED_PARAMETER,
            parameter.slot().at(),
            "step '%s' takes %s as %s, so nothing checks what it reads of it, though its %s says what is there."
                .formatted(
                    usage.step().name(),
                    said.what(),
                    TypeText.simple(parameter.slot().type().name()),
                    said.schemaName()),
            "template: " + usage.template().place(said.place()),
            "fix: take a record of the fields it needs, or JsonNode where anything is welcome.")
        .asWarning();
  }
}
