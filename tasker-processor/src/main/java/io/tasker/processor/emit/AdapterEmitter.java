package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.MethodModel.Trait;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the adapter of one handler. */
final class AdapterEmitter {
  private static final String INVOCATION = "invocation";

  private final HandlerClass owner;
  private final HandlerModel handler;
  private final NameAllocator constants;
  private final NameAllocator variables;
  private final String invocation;
  private final Map<ParameterModel, String> constantNames = new LinkedHashMap<>();

  AdapterEmitter(HandlerClass owner, HandlerModel handler, TakenNames taken) {
    this.owner = owner;
    this.handler = handler;
    this.constants = taken.allocator();
    this.variables = taken.allocator();
    this.invocation = variables.newName(INVOCATION);
    for (ParameterModel parameter : handler.parameters()) {
      if (supplied(parameter).isEmpty()) {
        String name = SnakeCase.stepName(parameter.slot().name()).toUpperCase(Locale.ROOT);
        constantNames.put(parameter, constants.newName(name));
      }
    }
  }

  TypeSpec emit(String className) {
    TypeSpec.Builder adapter =
        TypeSpec.classBuilder(className)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(GeneratedApi.DESCRIBED_ADAPTER)
            .addJavadoc(
                "Runs step {@code $L} by calling {@link $T#$L}.\n",
                handler.step(),
                owner.name(),
                handler.methodName());
    Lints.of(owner, handler).ifPresent(adapter::addAnnotation);
    TypeTokens types = new TypeTokens(constants, adapter);
    constantNames.forEach(
        (parameter, name) -> adapter.addField(ParameterCode.constant(parameter, name, types)));
    return adapter.addMethod(constructor(types)).addMethod(call()).build();
  }

  private MethodSpec constructor(TypeTokens types) {
    CodeBlock.Builder chain =
        CodeBlock.builder()
            .add(
                "$T.handler($L, $S)",
                GeneratedApi.HANDLER_DESCRIPTOR,
                StringLiteral.of(handler.callable()),
                handler.step());
    kind(chain);
    String packageName = owner.name().packageName();
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    Chains.link(chain, CodeBlock.of(".declaredAt($S)", prefix + handler.signature()));
    takesContext(chain);
    if (!constantNames.isEmpty()) {
      String names = String.join(", ", constantNames.values());
      Chains.link(chain, CodeBlock.of(".parameters($L)", names));
    }
    CodeBlock result = types.of(handler.result().value(), "result");
    Chains.link(chain, CodeBlock.of(".result($L)", result));
    optionalNames(chain);
    return MethodSpec.constructorBuilder()
        .addJavadoc("Describes the step.\n")
        .addCode("super(\n$>$>$L);\n$<$<", chain.build())
        .build();
  }

  // Mostly the signature says it: there is no context, and nothing that is called like it.
  private void takesContext(CodeBlock.Builder chain) {
    if (handler.signature().contains("StepContext")) {
      boolean isTaken = !handler.parameters(ParameterModel.Context.class).isEmpty();
      Chains.link(chain, CodeBlock.of(".takesContext($L)", isTaken));
    }
  }

  private void kind(CodeBlock.Builder chain) {
    switch (handler.kind()) {
      case STANDARD -> {}
      case DECISION -> {
        CodeBlock routes =
            handler.routes().stream()
                .map(route -> CodeBlock.of("$S", route))
                .collect(CodeBlock.joining(", "));
        Chains.link(chain, CodeBlock.of(".decision($L)", routes));
      }
      case BATCH_ANALYZER -> Chains.link(chain, CodeBlock.of(".batchAnalyzer()"));
      case BATCH_WORKER -> Chains.link(chain, CodeBlock.of(".batchWorker()"));
    }
  }

  private void optionalNames(CodeBlock.Builder chain) {
    if (!handler.names().method().isEmpty()) {
      Chains.link(chain, CodeBlock.of(".method($L)", StringLiteral.of(handler.names().method())));
    }
    if (!handler.names().aliases().isEmpty()) {
      CodeBlock aliases =
          handler.names().aliases().stream()
              .map(alias -> StringLiteral.of(alias.value()))
              .collect(CodeBlock.joining(", "));
      Chains.link(chain, CodeBlock.of(".aliases($L)", aliases));
    }
    if (!handler.names().resolver().isEmpty()) {
      Chains.link(
          chain, CodeBlock.of(".resolver($L)", StringLiteral.of(handler.names().resolver())));
    }
  }

  private MethodSpec call() {
    MethodSpec.Builder call =
        MethodSpec.methodBuilder("call")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ClassName.OBJECT)
            .addParameter(GeneratedApi.STEP_INVOCATION, invocation);
    if (handler.is(Trait.THROWS_CHECKED)) {
      call.addException(Exception.class);
    }
    String arguments =
        handler.parameters().stream()
            .map(parameter -> argument(parameter, call))
            .collect(Collectors.joining(", "));
    CodeBlock invoke = CodeBlock.of("$T.$L($L)", owner.name(), handler.methodName(), arguments);
    if (handler.result().isVoid()) {
      return call.addStatement(invoke).addStatement("return null").build();
    }
    return call.addStatement("return $L", invoke).build();
  }

  private String argument(ParameterModel parameter, MethodSpec.Builder call) {
    String variable = variables.newName(parameter.slot().name());
    TypeName type = parameter.slot().type().name();
    Optional<String> supplied = supplied(parameter);
    if (supplied.isPresent()) {
      call.addStatement("$T $L = $L.$L", type, variable, invocation, supplied.get());
    } else {
      CodeBlock cast = ParameterCode.cast(parameter);
      String constant = constantNames.get(parameter);
      call.addStatement("$T $L = $L$L.argument($L)", type, variable, cast, invocation, constant);
    }
    return variable;
  }

  // What the attempt itself is asked for, instead of a value that it finds.
  private static Optional<String> supplied(ParameterModel parameter) {
    if (parameter instanceof ParameterModel.Context) {
      return Optional.of("context()");
    }
    return parameter instanceof ParameterModel.Publisher
        ? Optional.of("context().events()")
        : Optional.empty();
  }
}
