package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Knows which keys of maps certainly do not survive as the texts that JSON has for them. */
final class MapKeyReader {
  private static final Set<String> HOLDERS =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");

  private final CreationReader creation;
  private final Supertypes supertypes;

  MapKeyReader(CreationReader creation, Supertypes supertypes) {
    this.creation = creation;
    this.supertypes = supertypes;
  }

  /** Returns why the keys of a map cannot be read, if ever they can be written; empty if unsure. */
  Optional<Unsupported> obstacle(DeclaredType map) {
    return isUnreadable(map.getTypeArguments().get(0))
        ? unwritable(map)
            .or(
                () ->
                    Optional.of(
                        unsupported(
                            map,
                            "which JSON cannot hold",
                            "use a text, a number, an enum or a date as its key, or a list of records.",
                            true)))
        : Optional.empty();
  }

  /** Returns why the keys of a map cannot be written; empty if unsure. */
  Optional<Unsupported> unwritable(DeclaredType map) {
    return map.getTypeArguments().get(0) instanceof DeclaredType key && hasNoText(key)
        ? Optional.of(
            unsupported(
                map,
                "which have no text of their own",
                "use a text as its key, or annotate what %s consists of with @JsonValue."
                    .formatted(key.asElement().getSimpleName()),
                false))
        : Optional.empty();
  }

  private static Unsupported unsupported(
      DeclaredType map, String why, String fix, boolean writable) {
    return new Unsupported(
        TypeText.simple(TypeName.get(map)),
        "a map with keys of type %s, %s"
            .formatted(TypeText.simple(TypeName.get(map.getTypeArguments().get(0))), why),
        fix,
        writable);
  }

  /**
   * Returns whether a key is written by the {@code toString()} of a record or of {@code Object}. It
   * would be read, if at all, as another key.
   */
  private static boolean hasNoText(DeclaredType key) {
    TypeElement element = (TypeElement) key.asElement();
    boolean isValue =
        element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.CLASS;
    return isValue
        && !PayloadReader.isOfLibrary(element.getQualifiedName().toString())
        && !JacksonAnnotations.hasCustomShape(element)
        && !JacksonAnnotations.isWrittenAsKey(element)
        && !overridesToString(element);
  }

  private static boolean overridesToString(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (name.equals("java.lang.Object") || name.equals("java.lang.Record")) {
      return false;
    }
    boolean isOwn =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                method ->
                    method.getSimpleName().contentEquals("toString")
                        && !isImplied(method)
                        && method.getParameters().isEmpty());
    return isOwn
        || (type.getSuperclass() instanceof DeclaredType above
            && overridesToString((TypeElement) above.asElement()));
  }

  /** The one that a record has without writing it is final, and javac takes it for written. */
  private static boolean isImplied(ExecutableElement method) {
    return method.getEnclosingElement().getKind() == ElementKind.RECORD
        && method.getModifiers().contains(Modifier.FINAL)
        && method.getAnnotationMirrors().isEmpty();
  }

  private boolean isUnreadable(TypeMirror key) {
    if (key instanceof ArrayType array) {
      return !Set.of(TypeKind.BYTE, TypeKind.CHAR).contains(array.getComponentType().getKind());
    }
    if (key.getKind() != TypeKind.DECLARED) {
      return false;
    }
    DeclaredType declared = (DeclaredType) key;
    TypeElement element = (TypeElement) declared.asElement();
    String name = element.getQualifiedName().toString();
    boolean isContainer =
        HOLDERS.contains(name)
            || supertypes.find(declared, "java.util.Collection").isPresent()
            || supertypes.find(declared, "java.util.Map").isPresent();
    return isContainer
        || !(PayloadReader.isOfLibrary(name)
            || element.getKind() == ElementKind.ENUM
            || JacksonAnnotations.hasCustomShape(element)
            || creation.isCreatedFromOneValue(element, true));
  }
}
