package io.tasker.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the method that makes the adapter of one handler. */
final class AdapterEmitter {
  private final HandlerClass owner;
  private final HandlerModel handler;
  private final String invocation;
  private final NameAllocator names;

  AdapterEmitter(HandlerClass owner, HandlerModel handler, TakenNames taken) {
    this.owner = owner;
    this.handler = handler;
    this.names = taken.allocator();
    this.invocation = names.newName("invocation");
    for (ParameterModel parameter : described()) {
      names.newName(parameter.slot().name(), parameter.slot().name());
    }
  }

  MethodSpec emit(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(GeneratedApi.STEP_ADAPTER)
            .addJavadoc(
                "{@return step {@code $L}, which calls $L}\n",
                handler.step(),
                MethodLink.of(owner.name(), handler.methodName()));
    Lints.of(owner, handler).ifPresent(method::addAnnotation);
    for (ParameterModel parameter : described()) {
      method.addStatement(ParameterCode.variable(parameter, variable(parameter)));
    }
    return method.addCode("return $L;\n", adapter()).build();
  }

  private List<ParameterModel> described() {
    return handler.parameters().stream().filter(each -> supplied(each).isEmpty()).toList();
  }

  private String variable(ParameterModel parameter) {
    return names.get(parameter.slot().name());
  }

  private CodeBlock adapter() {
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
    String parameters = described().stream().map(this::variable).collect(Collectors.joining(", "));
    if (!parameters.isEmpty()) {
      Chains.link(chain, CodeBlock.of(".parameters($L)", parameters));
    }
    CodeBlock result = JsonTypeCode.of(handler.result().value().name());
    Chains.link(chain, CodeBlock.of(".result($L)", result));
    optionalNames(chain);
    Chains.link(chain, call());
    return chain.build();
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

  private CodeBlock call() {
    String arguments =
        handler.parameters().stream().map(this::argument).collect(Collectors.joining(",\n"));
    return CodeBlock.of(
        ".$L(\n$>$>$L ->\n$>$>$T.$L(\n$>$>$L))$<$<$<$<$<$<",
        handler.result().isVoid() ? "callingVoid" : "calling",
        invocation,
        owner.name(),
        handler.methodName(),
        arguments);
  }

  private String argument(ParameterModel parameter) {
    // Unboxed here, because a method of the same name may take the box.
    TypeName type = parameter.slot().type().name();
    String cast = type.isPrimitive() ? "(" + type + ") " : "";
    return supplied(parameter)
        .map(source -> invocation + "." + source)
        .orElseGet(() -> cast + invocation + ".argument(" + variable(parameter) + ")");
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
