package io.tasker.processor.read;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerClass.Origin;
import io.tasker.processor.model.HandlerClass.Trait;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.MethodModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.SubscriberModel;
import io.tasker.processor.model.WorkflowModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a class with handlers, right or wrong. */
public final class HandlerClassReader {
  private static final String TASKER_GENERATED = "io.tasker.spi.TaskerGenerated";

  private final Elements elements;
  private final Annotations annotations;
  private final HandlerReader handlers;
  private final SubscriberReader subscribers;
  private final StrayReader strays;
  private final SettingsReader settings;
  private final JavaTypeReader javaTypes;
  private final SourceFiles files;

  /** Creates a reader for one round: what it remembers of types is stale in the next. */
  public HandlerClassReader(Elements elements, Types types, SourceFiles files) {
    this.elements = elements;
    this.annotations = new Annotations(elements);
    this.files = files;
    this.javaTypes = new JavaTypeReader(elements, files, new PayloadReader(elements, types, files));
    this.handlers = new HandlerReader(elements, types, javaTypes);
    this.subscribers = new SubscriberReader(elements, types, javaTypes);
    this.strays = new StrayReader(types);
    this.settings = new SettingsReader(annotations);
  }

  /** Returns whether a class still has a method that generated code calls. */
  public static boolean hasHandlers(TypeElement type) {
    return Stream.concat(
            methods(type, AnnotationNames.HANDLER), methods(type, AnnotationNames.SUBSCRIBES))
        .findAny()
        .isPresent();
  }

  /** Reads a class. */
  public HandlerClass read(TypeElement type, Origin origin) {
    SourceRef at = SourceRef.type(type.getQualifiedName().toString());
    Optional<WorkflowModel> workflow =
        Annotations.find(type, AnnotationNames.WORKFLOW).map(mirror -> workflow(mirror, at));
    List<ExecutableElement> forgotten =
        origin == Origin.SOURCE ? StrayReader.forgotten(type) : List.of();
    List<HandlerModel> read = handlers(type, forgotten, workflow);
    List<SubscriberModel> subscribed =
        methods(type, AnnotationNames.SUBSCRIBES)
            .map(subscribers::read)
            .sorted(Comparator.comparing(SubscriberModel::at))
            .toList();
    return new HandlerClass(
        ClassName.get(type),
        at,
        origin,
        workflow,
        settings.read(type, at),
        read,
        subscribed,
        origin == Origin.SOURCE
            ? strays.read(type, forgotten, workflow.isPresent() || !read.isEmpty())
            : List.of(),
        traits(type, Stream.concat(read.stream(), subscribed.stream()).toList()));
  }

  private List<HandlerModel> handlers(
      TypeElement type, List<ExecutableElement> forgotten, Optional<WorkflowModel> workflow) {
    List<HandlerModel> read =
        methods(type, AnnotationNames.HANDLER)
            .map(method -> handlers.read(method, workflow))
            .collect(Collectors.toCollection(ArrayList::new));
    Set<String> steps = read.stream().map(HandlerModel::step).collect(Collectors.toSet());
    forgotten.stream()
        .map(method -> handlers.read(method, workflow))
        .filter(handler -> steps.add(handler.step()))
        .forEach(read::add);
    // Compilers differ in the order of members.
    read.sort(Comparator.comparing(HandlerModel::step).thenComparing(handler -> handler.at()));
    return read;
  }

  private static Stream<ExecutableElement> methods(TypeElement type, String annotation) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> Annotations.find(method, annotation).isPresent());
  }

  private WorkflowModel workflow(AnnotationMirror mirror, SourceRef type) {
    SourceRef at = type.on(AnnotationNames.WORKFLOW);
    return new WorkflowModel(
        at,
        annotations.located(mirror, "namespace", at),
        annotations.located(mirror, "name", at),
        annotations.located(mirror, "version", at),
        annotations.text(mirror, "description"));
  }

  private Set<Trait> traits(TypeElement type, List<? extends MethodModel> read) {
    Set<Trait> traits = EnumSet.of(Trait.PUBLIC);
    for (Element each = type;
        each instanceof TypeElement outer;
        each = each.getEnclosingElement()) {
      if (!outer.getModifiers().contains(Modifier.PUBLIC)) {
        traits.remove(Trait.PUBLIC);
      }
      if (outer.getModifiers().contains(Modifier.PRIVATE)) {
        traits.add(Trait.PRIVATE);
      }
      if (outer.getNestingKind() == NestingKind.MEMBER
          && !outer.getModifiers().contains(Modifier.STATIC)) {
        traits.add(Trait.INNER);
      }
      javaTypes
          .deprecation(outer)
          .ifPresent(
              lint ->
                  traits.add(
                      lint.equals("removal") ? Trait.DEPRECATED_FOR_REMOVAL : Trait.DEPRECATED));
    }
    if (files.isAuxiliary(type)) {
      traits.add(Trait.AUXILIARY);
    }
    ModuleElement module = elements.getModuleOf(type);
    if (module != null && !module.isUnnamed()) {
      traits.add(Trait.IN_NAMED_MODULE);
    }
    if (isGeneratedNameTaken(type)) {
      traits.add(Trait.GENERATED_NAME_TAKEN);
    }
    if (isTaken(HandlerClass.clientName(ClassName.get(type)))) {
      traits.add(Trait.CLIENT_NAME_TAKEN);
    }
    if (read.stream().anyMatch(HandlerClassReader::isUnresolved) || ErroneousValues.in(type)) {
      traits.add(Trait.UNRESOLVED);
    }
    return traits;
  }

  private static boolean isUnresolved(MethodModel method) {
    Stream<JavaType> types =
        Stream.concat(
            method.parameters().stream().map(parameter -> parameter.slot().type()),
            Stream.of(method.returned()));
    return Stream.concat(types, results(method))
        .anyMatch(type -> type.payload().mentions(PayloadType.Unresolved.class::isInstance));
  }

  private static Stream<JavaType> results(MethodModel method) {
    return method instanceof HandlerModel handler
        ? Stream.of(handler.result().value())
        : Stream.of();
  }

  /** Returns whether a class written by hand, or generated for another one, has the name. */
  private boolean isGeneratedNameTaken(TypeElement type) {
    ClassName name = ClassName.get(type);
    if (isTaken(HandlerClass.generatedName(name))) {
      return true;
    }
    ClassName flat = ClassName.get(name.packageName(), String.join("_", name.simpleNames()));
    TypeElement twin = elements.getTypeElement(flat.canonicalName());
    return !flat.equals(name) && twin != null && hasHandlers(twin);
  }

  private boolean isTaken(ClassName generated) {
    TypeElement taken = elements.getTypeElement(generated.canonicalName());
    return taken != null && Annotations.find(taken, TASKER_GENERATED).isEmpty();
  }
}
