package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.ParameterModel.Api;
import io.tasker.processor.model.ParameterModel.ConfigValue;
import io.tasker.processor.model.ParameterModel.Dependency;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Results;
import io.tasker.processor.model.ParameterModel.Service;
import io.tasker.processor.model.ParameterModel.Slice;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.WholeInput;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The constant or variable that describes a parameter to the runtime. */
final class ParameterCode {
  private ParameterCode() {}

  /** Returns the expression of a type, of what has the given name in Java. */
  private interface TypeCode {
    CodeBlock of(JavaType type, String of);
  }

  static FieldSpec constant(ParameterModel parameter, String name, TypeTokens types) {
    // The type of a field is the one place where suppressing a lint has no effect.
    TypeName shown =
        parameter.slot().type().isAuxiliary()
            ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
            : argument(parameter);
    TypeName type = ParameterizedTypeName.get(GeneratedApi.PARAMETER, shown);
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The argument {@code $L}.\n", parameter.slot().name())
        .initializer(Chains.onNextLine(initializer(parameter, types::of)))
        .build();
  }

  /** Returns the declaration of a variable that describes a parameter. */
  static CodeBlock variable(ParameterModel parameter, String name) {
    TypeName type = ParameterizedTypeName.get(GeneratedApi.PARAMETER, argument(parameter));
    CodeBlock described = initializer(parameter, (each, of) -> JsonTypeCode.of(each.name()));
    return CodeBlock.of("$T $L =\n$L", type, name, described);
  }

  private static TypeName argument(ParameterModel parameter) {
    return parameter instanceof Results results
        ? ParameterizedTypeName.get(GeneratedApi.BATCH_RESULTS, results.element().name().box())
        : parameter.slot().type().name().box();
  }

  /** Returns the cast that takes the place of the type that the constant does not show. */
  static CodeBlock cast(ParameterModel parameter) {
    JavaType type = parameter.slot().type();
    return type.isAuxiliary() ? CodeBlock.of("($T) ", type.name()) : CodeBlock.of("");
  }

  private static CodeBlock initializer(ParameterModel parameter, TypeCode types) {
    if (parameter instanceof Dependency dependency) {
      CodeBlock.Builder code =
          named("dependency", dependency.step().value(), dependency.slot(), types);
      if (!dependency.path().value().isEmpty()) {
        Chains.link(code, CodeBlock.of(".path($L)", StringLiteral.of(dependency.path().value())));
      }
      return options(code, dependency.slot(), Optional.empty());
    }
    if (parameter instanceof InputField input) {
      CodeBlock.Builder code = named("input", input.field().value(), input.slot(), types);
      return options(code, input.slot(), input.defaultValue());
    }
    if (parameter instanceof ConfigValue config) {
      CodeBlock.Builder code = named("config", config.key().value(), config.slot(), types);
      return options(code, config.slot(), config.defaultValue());
    }
    if (parameter instanceof WholeInput input) {
      return options(unnamed("input", input.slot(), types), input.slot(), Optional.empty());
    }
    if (parameter instanceof Results results) {
      return CodeBlock.of(
          "$T.batchResults($L, $L)",
          GeneratedApi.PARAMETER,
          StringLiteral.of(results.step().value()),
          types.of(results.element(), results.slot().name()));
    }
    if (parameter instanceof Slice) {
      return CodeBlock.of("$T.slice()", GeneratedApi.PARAMETER);
    }
    if (parameter instanceof Api api) {
      return CodeBlock.of(
          "$T.api($L)", GeneratedApi.PARAMETER, StringLiteral.of(api.baseUrl().value()));
    }
    if (parameter instanceof Service service) {
      return unnamed("provided", service.slot(), types).build();
    }
    throw new IllegalStateException("no argument for " + parameter);
  }

  private static CodeBlock.Builder named(String source, String name, Slot slot, TypeCode types) {
    return CodeBlock.builder()
        .add(
            "$T.$L($L, $L)",
            GeneratedApi.PARAMETER,
            source,
            StringLiteral.of(name),
            types.of(slot.type(), slot.name()));
  }

  private static CodeBlock.Builder unnamed(String source, Slot slot, TypeCode types) {
    return CodeBlock.builder()
        .add("$T.$L($L)", GeneratedApi.PARAMETER, source, types.of(slot.type(), slot.name()));
  }

  private static CodeBlock options(
      CodeBlock.Builder code, Slot slot, Optional<Located<String>> defaultValue) {
    if (slot.nullable()) {
      Chains.link(code, CodeBlock.of(".nullable()"));
    }
    defaultValue.ifPresent(
        value ->
            Chains.link(code, CodeBlock.of(".defaultValue($L)", StringLiteral.of(value.value()))));
    return code.build();
  }
}
