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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Map<HandlerModel, String> names = adapterNames(handlers);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(handlers.generatedName())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("Runs the steps of {@link $T}. Not API.\n", handlers.name())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(adapters(names));
    emission.mark(type, handlers.is(HandlerClass.Trait.IN_NAMED_MODULE), Lints.ofClass(handlers));
    type.addAnnotation(Emission.index(List.of(handlers.name())));
    names.forEach(
        (handler, name) -> type.addType(new AdapterEmitter(handlers, handler).emit(name)));
    return type.build();
  }

  private static MethodSpec adapters(Map<HandlerModel, String> names) {
    CodeBlock instances =
        names.entrySet().stream()
            // The module promises the order of callables.
            .sorted(Comparator.comparing(entry -> entry.getKey().callable()))
            .map(entry -> CodeBlock.of("new $L()", entry.getValue()))
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder("adapters")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Returns the adapters.\n\n@return the adapters, ordered by callable\n")
        .returns(ParameterizedTypeName.get(LIST, GeneratedApi.STEP_ADAPTER))
        .addCode("return $T.of(\n$>$>$L$<$<);\n", LIST, instances)
        .build();
  }

  private static Map<HandlerModel, String> adapterNames(HandlerClass handlers) {
    NameAllocator allocator = TakenNames.allocator(handlers);
    Map<HandlerModel, String> names = new LinkedHashMap<>();
    for (HandlerModel handler : handlers.handlers()) {
      names.put(handler, allocator.newName(SnakeCase.camelCase(handler.step()) + "Step"));
    }
    return names;
  }
}
