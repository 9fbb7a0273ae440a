package io.tasker.processor.read;

import io.tasker.processor.model.SnakeCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What Jackson's annotations say about names, known by their own names only. */
final class JacksonAnnotations {
  private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";

  private static final Set<String> CUSTOM_TYPE =
      Set.of("JsonTypeInfo", "JsonSerialize", "JsonDeserialize", "JsonNaming", "JsonFormat");

  private static final Set<String> CUSTOM_MEMBER =
      Set.of("JsonValue", "JsonCreator", "JsonUnwrapped", "JsonAnyGetter", "JsonAnySetter");

  private JacksonAnnotations() {}

  /** Returns the JSON name of a property that the given elements declare together. */
  static String jsonName(String javaName, List<Element> declarations) {
    return renamed(declarations).orElseGet(() -> SnakeCase.jsonName(javaName));
  }

  /** Returns the JSON name of an enum constant. */
  static String constantName(Element constant) {
    return renamed(List.of(constant)).orElseGet(() -> constant.getSimpleName().toString());
  }

  static boolean isIgnored(List<Element> declarations) {
    return declarations.stream()
        .flatMap(element -> Annotations.find(element, ANNOTATIONS + "JsonIgnore").stream())
        .anyMatch(
            mirror -> !Annotations.explicit(mirror, "value").equals(Optional.of(Boolean.FALSE)));
  }

  /** Returns whether a type has a JSON shape that its members do not show. */
  static boolean hasCustomShape(TypeElement type) {
    return has(type, CUSTOM_TYPE)
        || type.getEnclosedElements().stream().anyMatch(member -> has(member, CUSTOM_MEMBER));
  }

  private static boolean has(Element element, Set<String> names) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .map(type -> (TypeElement) type.asElement())
        .filter(type -> type.getQualifiedName().toString().contains(".jackson."))
        .anyMatch(type -> names.contains(type.getSimpleName().toString()));
  }

  private static Optional<String> renamed(List<Element> declarations) {
    return declarations.stream()
        .flatMap(element -> Annotations.find(element, ANNOTATIONS + "JsonProperty").stream())
        .flatMap(JacksonAnnotations::nameIn)
        .findFirst();
  }

  private static Stream<String> nameIn(AnnotationMirror mirror) {
    return Annotations.explicit(mirror, "value").stream()
        .map(Object::toString)
        .filter(name -> !name.isEmpty());
  }
}
