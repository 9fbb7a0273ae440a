package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.SubscriberModel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class with the adapters of one handler class. */
public final class StepsEmitter {
  static final ClassName LIST = ClassName.get(List.class);

  private final Emission emission;

  /** Creates an emitter. */
  public StepsEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the class. */
  public void emit(HandlerClass handlers) {
    emission.writeSource(type(handlers), handlers.generatedName(), Set.of(handlers.name()));
  }

  private TypeSpec type(HandlerClass handlers) {
    TakenNames taken = new TakenNames(handlers);
    NameAllocator allocator = taken.allocator();
    Map<HandlerModel, String> steps = new LinkedHashMap<>();
    for (HandlerModel handler : handlers.handlers()) {
      steps.put(handler, allocator.newName(SnakeCase.camelCase(handler.step()) + "Step"));
    }
    Map<SubscriberModel, String> subscribers = new LinkedHashMap<>();
    for (SubscriberModel subscriber : handlers.subscribers()) {
      String name = SnakeCase.camelCase(SnakeCase.stepName(subscriber.methodName()));
      subscribers.put(subscriber, allocator.newName(name + "Subscriber"));
    }
    TypeSpec.Builder type =
        TypeSpec.classBuilder(handlers.generatedName())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                steps.isEmpty()
                    ? "Passes events to {@link $T}. Not API.\n"
                    : "Runs the steps of {@link $T}. Not API.\n",
                handlers.name())
            .addMethod(constructor());
    emission.mark(type, handlers.is(HandlerClass.Trait.IN_NAMED_MODULE), Lints.ofClass(handlers));
    type.addAnnotation(
        handlers.is(HandlerClass.Trait.AUXILIARY)
            ? Emission.index(handlers.name().canonicalName())
            : Emission.index(List.of(handlers.name())));
    if (!steps.isEmpty()) {
      type.addMethod(adapters(steps));
    }
    if (!subscribers.isEmpty()) {
      type.addMethod(subscribers(subscribers));
    }
    steps.forEach(
        (handler, name) -> type.addType(new AdapterEmitter(handlers, handler, taken).emit(name)));
    subscribers.forEach(
        (subscriber, name) ->
            type.addType(new SubscriberEmitter(handlers, subscriber, taken).emit(name)));
    return type.build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addJavadoc("Has no instances.\n")
        .build();
  }

  private static MethodSpec adapters(Map<HandlerModel, String> names) {
    Stream<String> ordered =
        names.entrySet().stream()
            // The module promises the order of callables.
            .sorted(Comparator.comparing(entry -> entry.getKey().callable()))
            .map(Map.Entry::getValue);
    return instances("adapters", "ordered by callable", GeneratedApi.STEP_ADAPTER, ordered);
  }

  private static MethodSpec subscribers(Map<SubscriberModel, String> names) {
    return instances(
        "subscribers",
        "ordered by method",
        GeneratedApi.EVENT_SUBSCRIBER_ADAPTER,
        names.values().stream());
  }

  private static MethodSpec instances(
      String method, String order, ClassName type, Stream<String> names) {
    CodeBlock created =
        names.map(name -> CodeBlock.of("new $L()", name)).collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("{@return the $L, $L}\n", method, order)
        .returns(ParameterizedTypeName.get(LIST, type))
        .addCode("return $T.of(\n$>$>$L$<$<);\n", LIST, created)
        .build();
  }
}
