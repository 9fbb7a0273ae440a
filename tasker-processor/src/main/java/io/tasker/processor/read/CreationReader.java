package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Knows which classes Jackson certainly cannot create. */
final class CreationReader {
  private final Types types;

  CreationReader(Types types) {
    this.types = types;
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
    List<ExecutableElement> candidates =
        constructors.stream()
            .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
            .toList();
    if (isCreatedEmpty || isCreatedFromOneValue(element, false)) {
      return Optional.empty();
    }
    if (candidates.size() != 1) {
      return Optional.of(
          uncreatable(
              type,
              "a class that Jackson cannot create",
              "give it a constructor without parameters."));
    }
    return candidates.get(0).getParameters().stream().allMatch(CreationReader::isNamed)
            // Of a single parameter it is not certain what it is made from.
            || candidates.get(0).getParameters().size() == 1
        ? Optional.empty()
        : Optional.of(
            uncreatable(
                type,
                "a class whose constructor has parameters without names in JSON",
                "annotate each of them with @JsonProperty(\"…\")."));
  }

  private static boolean isNamed(VariableElement parameter) {
    return JacksonAnnotations.isExplicit(parameter);
  }

  private static Unsupported uncreatable(DeclaredType type, String why, String fix) {
    return new Unsupported(
        TypeText.simple(TypeName.get(type)),
        why,
        "make %s a record, or %s".formatted(type.asElement().getSimpleName(), fix),
        true);
  }

  /**
   * Returns whether a constructor or a factory makes an object from one value that is no object.
   */
  boolean isCreatedFromOneValue(TypeElement type, boolean fromText) {
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
