package io.tasker.processor.read;

import io.tasker.processor.model.Located;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Typed access to annotations by their qualified names. */
final class Annotations {
  private final Elements elements;

  Annotations(Elements elements) {
    this.elements = elements;
  }

  /** Returns the annotation of a name on an element or a type. */
  static Optional<? extends AnnotationMirror> find(AnnotatedConstruct owner, String annotation) {
    return owner.getAnnotationMirrors().stream()
        .filter(mirror -> nameOf(mirror).contentEquals(annotation))
        .findFirst();
  }

  /**
   * Returns whether one of the owners carries an annotation named {@code Nullable}, any of them.
   */
  static boolean isNullable(AnnotatedConstruct... owners) {
    return Stream.of(owners)
        .flatMap(owner -> owner.getAnnotationMirrors().stream())
        .anyMatch(Annotations::isNullable);
  }

  /** Returns whether an annotation is named {@code Nullable}. */
  static boolean isNullable(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
  }

  static String nameOf(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** Returns a member the user wrote, or empty if it has its default. */
  static Optional<Object> explicit(AnnotationMirror mirror, String member) {
    return lookUp(mirror.getElementValues(), member);
  }

  /** Returns a text member; a default counts. */
  String text(AnnotationMirror mirror, String member) {
    return lookUp(elements.getElementValuesWithDefaults(mirror), member)
        .map(Object::toString)
        .orElse("");
  }

  /** Returns a text member with the place of its value, or of the annotation if it was left out. */
  Located<String> located(AnnotationMirror mirror, String member, SourceRef at) {
    SourceRef place = explicit(mirror, member).isPresent() ? at.value(member) : at;
    return new Located<>(text(mirror, member), place);
  }

  /** Returns the items of an array of texts, each with its own place. */
  List<Located<String>> locatedItems(AnnotationMirror mirror, String member, SourceRef at) {
    List<Located<String>> items = new ArrayList<>();
    if (explicit(mirror, member).orElse(null) instanceof List<?> values) {
      for (int i = 0; i < values.size(); i++) {
        Object value = ((AnnotationValue) values.get(i)).getValue();
        items.add(new Located<>(value.toString(), at.value(member).item(i)));
      }
    }
    return items;
  }

  /** Returns a member as the compiler holds it; a default counts. */
  Object value(AnnotationMirror mirror, String member) {
    return lookUp(elements.getElementValuesWithDefaults(mirror), member)
        .orElseThrow(() -> new IllegalStateException(nameOf(mirror) + " has no " + member));
  }

  private static Optional<Object> lookUp(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values, String member) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .map(entry -> entry.getValue().getValue())
        .findFirst();
  }
}
