package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.MethodModel.Trait;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.SubscriberModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the adapter of one subscriber. */
final class SubscriberEmitter {
  private final HandlerClass owner;
  private final SubscriberModel subscriber;
  private final NameAllocator variables;
  private final NameAllocator constants;
  private final String event;
  private final String services;
  private final Map<ParameterModel, String> constantNames = new LinkedHashMap<>();

  SubscriberEmitter(HandlerClass owner, SubscriberModel subscriber, TakenNames taken) {
    this.owner = owner;
    this.subscriber = subscriber;
    this.constants = taken.allocator();
    this.variables = taken.allocator();
    this.event = variables.newName("event");
    this.services = variables.newName("services");
    for (ParameterModel parameter : subscriber.parameters()) {
      if (!(parameter instanceof ParameterModel.Event)) {
        String name = SnakeCase.stepName(parameter.slot().name()).toUpperCase(Locale.ROOT);
        constantNames.put(parameter, constants.newName(name));
      }
    }
  }

  TypeSpec emit(String className) {
    TypeSpec.Builder adapter =
        TypeSpec.classBuilder(className)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(GeneratedApi.EVENT_SUBSCRIBER_ADAPTER)
            .addJavadoc(
                "Passes events to $L.\n", MethodLink.of(owner.name(), subscriber.methodName()));
    Lints.of(owner, subscriber).ifPresent(adapter::addAnnotation);
    TypeTokens types = new TypeTokens(constants, adapter);
    constantNames.forEach(
        (parameter, name) -> adapter.addField(ParameterCode.constant(parameter, name, types)));
    adapter.addMethod(declaredAt()).addMethod(patterns());
    if (!constantNames.isEmpty()) {
      adapter.addMethod(services());
    }
    return adapter.addMethod(call()).build();
  }

  private MethodSpec declaredAt() {
    String packageName = owner.name().packageName();
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return override("declaredAt", ClassName.get(String.class))
        .addStatement("return $S", prefix + subscriber.signature())
        .build();
  }

  private MethodSpec patterns() {
    CodeBlock patterns =
        subscriber.patterns().stream()
            .map(pattern -> StringLiteral.of(pattern.value()))
            .collect(CodeBlock.joining(", "));
    return override("patterns", listOf(ClassName.get(String.class)))
        .addStatement("return $T.of($L)", StepsEmitter.LIST, patterns)
        .build();
  }

  private MethodSpec services() {
    TypeName parameter =
        ParameterizedTypeName.get(
            GeneratedApi.PARAMETER, WildcardTypeName.subtypeOf(ClassName.OBJECT));
    return override("services", listOf(parameter))
        .addStatement(
            "return $T.of($L)", StepsEmitter.LIST, String.join(", ", constantNames.values()))
        .build();
  }

  private MethodSpec call() {
    MethodSpec.Builder call =
        override("call", TypeName.VOID)
            .addParameter(GeneratedApi.DOMAIN_EVENT, event)
            .addParameter(GeneratedApi.EVENT_SERVICES, services);
    if (subscriber.is(Trait.THROWS_CHECKED)) {
      call.addException(Exception.class);
    }
    String arguments =
        subscriber.parameters().stream()
            .map(parameter -> argument(parameter, call))
            .collect(Collectors.joining(", "));
    return call.addStatement("$T.$L($L)", owner.name(), subscriber.methodName(), arguments).build();
  }

  private String argument(ParameterModel parameter, MethodSpec.Builder call) {
    if (parameter instanceof ParameterModel.Event) {
      return event;
    }
    String variable = variables.newName(parameter.slot().name());
    call.addStatement(
        "$T $L = $L$L.service($L)",
        parameter.slot().type().name(),
        variable,
        ParameterCode.cast(parameter),
        services,
        constantNames.get(parameter));
    return variable;
  }

  private static MethodSpec.Builder override(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }

  private static TypeName listOf(TypeName element) {
    return ParameterizedTypeName.get(StepsEmitter.LIST, element);
  }
}
