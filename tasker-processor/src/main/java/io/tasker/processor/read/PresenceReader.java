package io.tasker.processor.read;

import io.tasker.processor.model.Presence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads from Jackson's annotations which ways a property travels and when it is left out. */
final class PresenceReader {
  private static final Set<String> NEVER_LEFT_OUT = Set.of("ALWAYS", "USE_DEFAULTS");
  private static final Set<String> LEFT_OUT_IF_NULL = Set.of("NON_NULL", "NON_ABSENT");

  private PresenceReader() {}

  /**
   * Returns when a property is there.
   *
   * @param owner the type that has it
   * @param property the property
   * @param jsonName its name in JSON
   * @param isOptional whether its type says that it may be absent
   */
  static Presence read(
      TypeElement owner, Accessors.Property property, String jsonName, boolean isOptional) {
    List<Element> declarations = property.declarations();
    boolean ignored = isIgnored(declarations) || isOfIgnoredType(property.type());
    String access = access(declarations);
    boolean written =
        property.isWritten()
            && !ignored
            && !access.equals("WRITE_ONLY")
            && !isIgnoredBy(owner, jsonName, "allowGetters");
    boolean read =
        property.isRead()
            && !ignored
            && !access.equals("READ_ONLY")
            && !isIgnoredBy(owner, jsonName, "allowSetters");
    return new Presence(
        written,
        written && !isOptional && !isLeftOut(owner, property),
        read,
        property.isComponent() && !isOptional);
  }

  private static boolean isIgnored(List<Element> declarations) {
    return JacksonAnnotations.on(declarations, "JsonIgnore").anyMatch(PresenceReader::isOn);
  }

  private static boolean isOfIgnoredType(TypeMirror type) {
    return type instanceof DeclaredType declared
        && JacksonAnnotations.onType((TypeElement) declared.asElement(), "JsonIgnoreType")
            .anyMatch(PresenceReader::isOn);
  }

  private static boolean isOn(AnnotationMirror mirror) {
    return !Annotations.explicit(mirror, "value").equals(Optional.of(Boolean.FALSE));
  }

  /** Returns whether the type itself lists a property as ignored, and makes no exception. */
  private static boolean isIgnoredBy(TypeElement owner, String jsonName, String exception) {
    return JacksonAnnotations.onType(owner, "JsonIgnoreProperties")
        .filter(mirror -> !isTrue(mirror, exception))
        .flatMap(mirror -> JacksonAnnotations.texts(mirror, "value"))
        .anyMatch(jsonName::equals);
  }

  private static boolean isTrue(AnnotationMirror mirror, String member) {
    return Annotations.explicit(mirror, member).equals(Optional.of(Boolean.TRUE));
  }

  private static String access(List<Element> declarations) {
    return JacksonAnnotations.on(declarations, "JsonProperty")
        .flatMap(mirror -> Annotations.explicit(mirror, "access").stream())
        .map(PresenceReader::constant)
        .findFirst()
        .orElse("AUTO");
  }

  private static boolean isLeftOut(TypeElement owner, Accessors.Property property) {
    String include =
        Stream.concat(
                JacksonAnnotations.on(property.declarations(), "JsonInclude"),
                JacksonAnnotations.onType(owner, "JsonInclude"))
            .flatMap(mirror -> Annotations.explicit(mirror, "value").stream())
            .map(PresenceReader::constant)
            .findFirst()
            .orElse("ALWAYS");
    // A component that may be null says so, and has been asked.
    boolean isNeverNull = property.isComponent() || property.type().getKind().isPrimitive();
    if (isNeverNull && LEFT_OUT_IF_NULL.contains(include)) {
      return false;
    }
    // A number or a boolean is never empty, but it may have its default value.
    boolean isNeverEmpty = property.type().getKind().isPrimitive() && include.equals("NON_EMPTY");
    return !NEVER_LEFT_OUT.contains(include) && !isNeverEmpty;
  }

  private static String constant(Object value) {
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }
}
