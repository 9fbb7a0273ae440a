package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class that lists the handlers of an artifact, and its services file. */
public final class ModuleEmitter {
  /** The services file through which the runtime finds the module. */
  public static final String SERVICES_FILE =
      "META-INF/services/" + GeneratedApi.HANDLER_MODULE.canonicalName();

  private final Emission emission;

  /** Creates an emitter. */
  public ModuleEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes both. */
  public void emit(ModuleModel module, ClassName name) {
    List<ClassName> origins = module.classes().stream().map(HandlerClass::name).toList();
    emission.writeSource(type(module, name), name, origins);
    emission.writeResource(SERVICES_FILE, name.canonicalName() + "\n", origins);
  }

  private TypeSpec type(ModuleModel module, ClassName name) {
    List<ClassName> generated = generated(module, handlers -> true);
    boolean inNamedModule =
        module.classes().stream()
            .anyMatch(handlers -> handlers.is(HandlerClass.Trait.IN_NAMED_MODULE));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(GeneratedApi.HANDLER_MODULE)
            .addJavadoc(
                """
                Lists the step handlers compiled into this artifact.

                <p>In a named module, declare it in {@code module-info.java}:

                <pre>{@code
                provides $L with $L;
                }</pre>
                """,
                GeneratedApi.HANDLER_MODULE.canonicalName(),
                name.canonicalName());
    emission.mark(type, inNamedModule, List.of());
    type.addAnnotation(Emission.index(generated))
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Called by {@link java.util.ServiceLoader}.\n")
                .build())
        .addMethod(override("name", ClassName.get(String.class), name(name)))
        .addMethod(adapters(generated(module, handlers -> !handlers.handlers().isEmpty())));
    if (!module.workflows().isEmpty() || !module.templates().templates().isEmpty()) {
      type.addMethod(override("templates", listOf(ClassName.get(String.class)), templates(module)));
    }
    List<ClassName> withSubscribers =
        generated(module, handlers -> !handlers.subscribers().isEmpty());
    if (!withSubscribers.isEmpty()) {
      type.addMethod(subscribers(withSubscribers));
    }
    return type.build();
  }

  private static MethodSpec override(String method, TypeName returned, CodeBlock body) {
    return MethodSpec.methodBuilder(method)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned)
        .addCode(body)
        .build();
  }

  private static CodeBlock name(ClassName name) {
    String shown = name.packageName().isEmpty() ? name.simpleName() : name.packageName();
    return CodeBlock.of("return $S;\n", shown);
  }

  private static List<ClassName> generated(ModuleModel module, Predicate<HandlerClass> filter) {
    return module.classes().stream()
        .filter(filter)
        .map(HandlerClass::generatedName)
        .sorted()
        .toList();
  }

  private static MethodSpec adapters(List<ClassName> generated) {
    CodeBlock key = CodeBlock.of("adapter -> adapter.descriptor().callable()");
    return joined("adapters", GeneratedApi.STEP_ADAPTER, generated, key);
  }

  private static MethodSpec subscribers(List<ClassName> generated) {
    ClassName type = GeneratedApi.EVENT_SUBSCRIBER_ADAPTER;
    return joined("subscribers", type, generated, CodeBlock.of("$T::declaredAt", type));
  }

  private static MethodSpec joined(
      String method, ClassName type, List<ClassName> generated, CodeBlock key) {
    CodeBlock body =
        switch (generated.size()) {
          case 0 -> CodeBlock.of("return $T.of();\n", StepsEmitter.LIST);
          case 1 -> CodeBlock.of("return $T.$L();\n", generated.get(0), method);
          default -> sorted(method, type, generated, key);
        };
    return override(method, listOf(type), body);
  }

  private static CodeBlock sorted(
      String method, ClassName type, List<ClassName> generated, CodeBlock key) {
    CodeBlock.Builder body =
        CodeBlock.builder()
            .addStatement(
                "$T $L = new $T<>()", listOf(type), method, ClassName.get(ArrayList.class));
    generated.forEach(each -> body.addStatement("$L.addAll($T.$L())", method, each, method));
    return body.addStatement(
            "$L.sort($T.comparing($L))", method, ClassName.get(Comparator.class), key)
        .addStatement("return $T.copyOf($L)", StepsEmitter.LIST, method)
        .build();
  }

  private static CodeBlock templates(ModuleModel module) {
    CodeBlock names =
        Stream.concat(
                module.workflows().stream()
                    .map(handlers -> handlers.workflow().orElseThrow().templateResource()),
                module.templates().templates().stream().map(TemplateModel::resource))
            .sorted()
            .map(resource -> CodeBlock.of("$S", resource))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("return $T.of(\n$>$>$L$<$<);\n", StepsEmitter.LIST, names);
  }

  private static ParameterizedTypeName listOf(ClassName element) {
    return ParameterizedTypeName.get(StepsEmitter.LIST, element);
  }
}
