package io.tasker.processor.read;

import io.tasker.processor.model.SnakeCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What Jackson's annotations say about names and shapes, known by their own names only. */
final class JacksonAnnotations {
  private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";

  private static final Set<String> CUSTOM_TYPE =
      Set.of(
          "JsonTypeInfo",
          "JsonSerialize",
          "JsonDeserialize",
          "JsonNaming",
          "JsonFormat",
          "JsonAutoDetect",
          "JsonIncludeProperties",
          "JsonIdentityInfo",
          "JsonFilter",
          "JsonAppend");

  private static final Set<String> CUSTOM_MEMBER =
      Set.of(
          "JsonValue",
          "JsonCreator",
          "JsonUnwrapped",
          "JsonAnyGetter",
          "JsonAnySetter",
          "JsonManagedReference",
          "JsonBackReference",
          "JacksonInject");

  private static final Set<String> CUSTOM_PROPERTY =
      Set.of(
          "JsonTypeInfo",
          "JsonSerialize",
          "JsonDeserialize",
          "JsonFormat",
          "JsonRawValue",
          "JsonIgnoreProperties",
          "JsonIncludeProperties",
          "JsonIdentityInfo",
          "JsonIdentityReference");

  private static final Set<String> EXPLICIT = Set.of("JsonProperty", "JsonGetter", "JsonSetter");

  private JacksonAnnotations() {}

  /** Returns whether an annotation is Jackson's. */
  static boolean isOne(String name) {
    return name.startsWith("com.fasterxml.jackson.") || name.startsWith("tools.jackson.");
  }

  /** Returns the JSON name of a property that the given elements declare together. */
  static String jsonName(String javaName, List<Element> declarations) {
    return renamed(declarations).orElseGet(() -> SnakeCase.jsonName(javaName));
  }

  /** Returns the JSON name of an enum constant. */
  static String constantName(Element constant) {
    return renamed(List.of(constant)).orElseGet(() -> constant.getSimpleName().toString());
  }

  /** Returns the further names the constants of an enum are read by. */
  static List<String> constantAliases(TypeElement enumeration) {
    return enumeration.getEnclosedElements().stream()
        .filter(constant -> constant.getKind() == ElementKind.ENUM_CONSTANT)
        .flatMap(constant -> aliases(List.of(constant)).stream())
        .toList();
  }

  /** Returns the further names a property is read by, as they are written down. */
  static List<String> aliases(List<Element> declarations) {
    return on(declarations, "JsonAlias")
        .flatMap(mirror -> texts(mirror, "value"))
        .distinct()
        .toList();
  }

  /** Returns whether a member is a property because an annotation says so. */
  static boolean isExplicit(Element member) {
    return has(member, EXPLICIT);
  }

  /** Returns whether the shape of a property is not the one its type has. */
  static boolean hasCustomShape(List<Element> declarations) {
    return declarations.stream().anyMatch(element -> has(element, CUSTOM_PROPERTY));
  }

  /** Returns whether a type has a JSON shape that its members do not show. */
  static boolean hasCustomShape(TypeElement type) {
    return withSupertypes(type)
        .anyMatch(
            each ->
                has(each, CUSTOM_TYPE)
                    || each.getEnclosedElements().stream()
                        .anyMatch(member -> has(member, CUSTOM_MEMBER)));
  }

  /** Returns whether a member says what a type is written as where it is the key of a map. */
  static boolean isWrittenAsKey(TypeElement type) {
    return withSupertypes(type)
        .flatMap(each -> each.getEnclosedElements().stream())
        .anyMatch(member -> has(member, Set.of("JsonKey")));
  }

  /** Returns an annotation on any of the elements. */
  static Stream<? extends AnnotationMirror> on(List<? extends Element> elements, String name) {
    return elements.stream()
        .flatMap(element -> Annotations.find(element, ANNOTATIONS + name).stream());
  }

  /** Returns an annotation on a type or what it inherits from: Jackson inherits all of them. */
  static Stream<? extends AnnotationMirror> onType(TypeElement type, String name) {
    return on(withSupertypes(type).toList(), name);
  }

  /** Returns the items of an array of texts. */
  static Stream<String> texts(AnnotationMirror mirror, String member) {
    return Annotations.explicit(mirror, member).stream()
        .filter(List.class::isInstance)
        .flatMap(items -> ((List<?>) items).stream())
        .map(item -> ((AnnotationValue) item).getValue().toString());
  }

  private static Stream<TypeElement> withSupertypes(TypeElement type) {
    Stream<TypeMirror> above =
        Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
    return Stream.concat(
        Stream.of(type),
        above
            .filter(DeclaredType.class::isInstance)
            .map(supertype -> (TypeElement) ((DeclaredType) supertype).asElement())
            .flatMap(JacksonAnnotations::withSupertypes));
  }

  private static boolean has(Element element, Set<String> names) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .map(type -> (TypeElement) type.asElement())
        .filter(type -> type.getQualifiedName().toString().contains(".jackson."))
        .anyMatch(type -> names.contains(type.getSimpleName().toString()));
  }

  private static Optional<String> renamed(List<Element> declarations) {
    return EXPLICIT.stream()
        .sorted()
        .flatMap(name -> on(declarations, name))
        .flatMap(JacksonAnnotations::nameIn)
        .findFirst();
  }

  private static Stream<String> nameIn(AnnotationMirror mirror) {
    return Annotations.explicit(mirror, "value").stream()
        .map(Object::toString)
        .filter(name -> !name.isEmpty());
  }
}
