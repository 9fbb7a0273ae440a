package io.tasker.processor.read;

import io.tasker.processor.diagnostic.Diagnostics;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds values of annotations that the compiler cannot read (yet): a constant of a class that
 * another processor will generate, or a mistake that the compiler explains.
 */
final class ErroneousValues {
  private static final String TASKER = "io.tasker.annotation.";

  private ErroneousValues() {}

  /** Returns whether an annotation of ours on a class, its methods or their parameters has one. */
  static boolean in(TypeElement type) {
    return Stream.concat(
            Stream.of(type),
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .flatMap(ErroneousValues::withParameters))
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .filter(mirror -> Annotations.nameOf(mirror).startsWith(TASKER))
        .anyMatch(ErroneousValues::isErroneous);
  }

  private static Stream<Element> withParameters(ExecutableElement method) {
    return Stream.concat(Stream.of(method), method.getParameters().stream());
  }

  private static boolean isErroneous(AnnotationMirror mirror) {
    return mirror.getElementValues().values().stream().anyMatch(ErroneousValues::isErroneous);
  }

  private static boolean isErroneous(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof List<?> items) {
      return items.stream().anyMatch(item -> isErroneous((AnnotationValue) item));
    }
    return content instanceof AnnotationMirror nested
        ? isErroneous(nested)
        // A text of the user's that looks like it is shown in quotes.
        : value.toString().equals(Diagnostics.UNREADABLE);
  }
}
