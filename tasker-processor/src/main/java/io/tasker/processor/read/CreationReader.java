package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Knows which classes, and which keys of maps, Jackson certainly cannot create. */
final class CreationReader {
  private static final Set<String> HOLDERS =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");

  private final Types types;
  private final Supertypes supertypes;

  CreationReader(Types types, Supertypes supertypes) {
    this.types = types;
    this.supertypes = supertypes;
  }

  /**
   * Returns why an object of a class, which is no record, cannot be created as it was; empty if
   * unsure.
   */
  Optional<Unsupported> obstacle(DeclaredType type, List<Accessors.Property> written) {
    return uncreatable(type)
        .or(
            () ->
                written.stream()
                    .filter(CreationReader::isLost)
                    .map(property -> lost(type, property))
                    .findFirst());
  }

  /** Returns whether a property is a final field that keeps what its constructor gives it. */
  private static boolean isLost(Accessors.Property property) {
    return !property.isRead()
        && property.declarations().stream()
            .filter(VariableElement.class::isInstance)
            .map(VariableElement.class::cast)
            .anyMatch(
                field ->
                    field.getModifiers().contains(Modifier.FINAL)
                        && field.getConstantValue() == null
                        && !JacksonAnnotations.isExplicit(field));
  }

  private static Unsupported lost(DeclaredType type, Accessors.Property property) {
    return new Unsupported(
        TypeText.simple(TypeName.get(type)),
        "a class whose final field '%s' cannot be set after it was created"
            .formatted(property.name()),
        "make %s a record, or the field not final.".formatted(type.asElement().getSimpleName()),
        true);
  }

  private Optional<Unsupported> uncreatable(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(element.getEnclosedElements());
    boolean isCreatedEmpty =
        constructors.stream().anyMatch(constructor -> constructor.getParameters().isEmpty());
    // One public constructor is enough if the class keeps the names of its parameters.
    long candidates =
        constructors.stream()
            .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
            .count();
    if (isCreatedEmpty || candidates == 1 || isCreatedFromOneValue(element, false)) {
      return Optional.empty();
    }
    return Optional.of(
        new Unsupported(
            TypeText.simple(TypeName.get(type)),
            "a class that Jackson cannot create",
            "make %s a record, or give it a constructor without parameters."
                .formatted(element.getSimpleName()),
            true));
  }

  /** Returns why the keys of a map cannot be read back; empty if unsure. */
  Optional<Unsupported> unreadableKey(DeclaredType map) {
    TypeMirror key = map.getTypeArguments().get(0);
    if (!isUnreadableKey(key)) {
      return Optional.empty();
    }
    return Optional.of(
        new Unsupported(
            TypeText.simple(TypeName.get(map)),
            "a map with keys of type %s, which JSON cannot hold"
                .formatted(TypeText.simple(TypeName.get(key))),
            "use a text, a number, an enum or a date as its key, or a list of records.",
            true));
  }

  private boolean isUnreadableKey(TypeMirror key) {
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
            || isCreatedFromOneValue(element, true));
  }

  /**
   * Returns whether a constructor or a factory makes an object from one value that is no object.
   */
  private boolean isCreatedFromOneValue(TypeElement type, boolean fromText) {
    return type.getEnclosedElements().stream()
        .filter(member -> isFactory(type, member))
        .map(ExecutableElement.class::cast)
        .filter(factory -> factory.getParameters().size() == 1)
        .filter(factory -> isKnown(factory))
        .map(factory -> factory.getParameters().get(0).asType())
        .anyMatch(parameter -> isText(parameter) || (!fromText && isSimple(parameter)));
  }

  private boolean isFactory(TypeElement type, Element member) {
    return member.getKind() == ElementKind.CONSTRUCTOR
        || (member instanceof ExecutableElement method
            && method.getModifiers().contains(Modifier.STATIC)
            && types.isSameType(
                types.erasure(method.getReturnType()), types.erasure(type.asType())));
  }

  /** Returns whether Jackson looks for a factory of its name, or may call the constructor. */
  private static boolean isKnown(ExecutableElement factory) {
    if (factory.getKind() == ElementKind.CONSTRUCTOR) {
      return !factory.getModifiers().contains(Modifier.PRIVATE);
    }
    String name = factory.getSimpleName().toString();
    return name.equals("valueOf")
        || (name.equals("fromString") && isText(factory.getParameters().get(0).asType()));
  }

  private static boolean isText(TypeMirror type) {
    return type instanceof DeclaredType declared
        && Supertypes.isNamed(declared, "java.lang.String");
  }

  private static boolean isSimple(TypeMirror type) {
    return type.getKind().isPrimitive()
        || (type instanceof DeclaredType declared
            && ScalarTypes.named(((TypeElement) declared.asElement()).getQualifiedName().toString())
                .isPresent());
  }
}
