package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.SubscriberModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    List<Named<HandlerModel>> steps = new ArrayList<>();
    NameAllocator methods = new NameAllocator();
    for (HandlerModel handler : handlers.handlers()) {
      String name = AccessorName.of(handler.step()) + "Step";
      steps.add(new Named<>(handler, methods.newName(name)));
    }
    List<Named<SubscriberModel>> subscribers = new ArrayList<>();
    NameAllocator classes = taken.allocator();
    for (SubscriberModel subscriber : handlers.subscribers()) {
      String name = SnakeCase.camelCase(SnakeCase.stepName(subscriber.methodName()));
      subscribers.add(new Named<>(subscriber, classes.newName(name + "Subscriber")));
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
    for (Named<HandlerModel> step : steps) {
      type.addMethod(new AdapterEmitter(handlers, step.of(), taken).emit(step.name()));
    }
    for (Named<SubscriberModel> each : subscribers) {
      type.addType(new SubscriberEmitter(handlers, each.of(), taken).emit(each.name()));
    }
    return type.build();
  }

  /** What a method is generated for, and the name of what makes its adapter. */
  private record Named<T>(T of, String name) {}

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addJavadoc("Has no instances.\n")
        .build();
  }

  private static MethodSpec adapters(List<Named<HandlerModel>> steps) {
    Stream<String> made =
        steps.stream()
            // The module promises the order of callables.
            .sorted(Comparator.comparing(step -> step.of().callable()))
            .map(step -> step.name() + "()");
    return instances("adapters", "ordered by callable", GeneratedApi.STEP_ADAPTER, made);
  }

  private static MethodSpec subscribers(List<Named<SubscriberModel>> subscribers) {
    return instances(
        "subscribers",
        "ordered by method",
        GeneratedApi.EVENT_SUBSCRIBER_ADAPTER,
        subscribers.stream().map(each -> "new " + each.name() + "()"));
  }

  private static MethodSpec instances(
      String method, String order, ClassName type, Stream<String> made) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("{@return the $L, $L}\n", method, order)
        .returns(ParameterizedTypeName.get(LIST, type))
        .addCode("return $T.of(\n$>$>$L$<$<);\n", LIST, made.collect(Collectors.joining(",\n")))
        .build();
  }
}
