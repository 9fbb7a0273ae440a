package io.tasker.processor.read;

import io.tasker.processor.diagnostic.Signatures;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.Stray;
import io.tasker.processor.model.Stray.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the annotations of steps that stand where no step is. */
final class StrayReader {
  private final Types types;

  StrayReader(Types types) {
    this.types = types;
  }

  /** Returns the methods that have annotations of a step, but not the one that makes a step. */
  static List<ExecutableElement> forgotten(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> Annotations.find(method, AnnotationNames.HANDLER).isEmpty())
        .filter(method -> Annotations.find(method, AnnotationNames.SUBSCRIBES).isEmpty())
        .filter(method -> ofStep(method).isPresent())
        .toList();
  }

  /**
   * Returns all such annotations of a class, one of each method.
   *
   * @param forgotten the methods that lack {@code @Handler}
   * @param hasSteps whether the class is a workflow or has a step, be it a forgotten one
   */
  List<Stray> read(TypeElement type, List<ExecutableElement> forgotten, boolean hasSteps) {
    SourceRef at = SourceRef.type(type.getQualifiedName().toString());
    List<Stray> strays = new ArrayList<>();
    for (ExecutableElement method : forgotten) {
      SourceRef place = at.inMethod(Signatures.of(method, types));
      ofStep(method).ifPresent(name -> strays.add(new Stray(place, Owner.METHOD, name, "")));
    }
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      SourceRef place = at.inMethod(Signatures.of(constructor, types));
      List<? extends VariableElement> parameters = constructor.getParameters();
      for (int i = 0; i < parameters.size(); i++) {
        String parameter = parameters.get(i).getSimpleName().toString();
        SourceRef here = place.atParameter(i);
        find(parameters.get(i), AnnotationNames.SOURCES)
            .ifPresent(name -> strays.add(new Stray(here, Owner.PARAMETER, name, parameter)));
      }
    }
    if (!hasSteps) {
      find(type, AnnotationNames.SETTINGS)
          .ifPresent(name -> strays.add(new Stray(at, Owner.CLASS, name, "")));
    }
    return strays;
  }

  private static Optional<String> ofStep(ExecutableElement method) {
    return find(method, AnnotationNames.SETTINGS)
        .or(
            () ->
                method.getParameters().stream()
                    .flatMap(parameter -> find(parameter, AnnotationNames.SOURCES).stream())
                    .findFirst());
  }

  private static Optional<String> find(Element owner, Collection<String> annotations) {
    return annotations.stream()
        .flatMap(name -> Stream.ofNullable(Annotations.find(owner, name).orElse(null)))
        .map(StrayReader::shown)
        .findFirst();
  }

  private static String shown(AnnotationMirror mirror) {
    Element annotation = mirror.getAnnotationType().asElement();
    // Several of a kind are held by one that nobody writes.
    return "@"
        + (Annotations.nameOf(mirror).equals(AnnotationNames.PUBLISHES_LIST)
            ? annotation.getEnclosingElement().getSimpleName()
            : annotation.getSimpleName());
  }
}
