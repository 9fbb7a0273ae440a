package io.tasker.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the properties of records and beans as Jackson does by default. */
final class PropertyReader {

  /**
   * A property.
   *
   * @param name its Java name
   * @param type its type, with the type arguments of its owner applied
   * @param declarations the elements that declare it, for their annotations
   */
  record Property(String name, TypeMirror type, List<Element> declarations) {}

  private final Types types;

  PropertyReader(Types types) {
    this.types = types;
  }

  List<Property> ofRecord(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    return element.getRecordComponents().stream().map(c -> component(type, element, c)).toList();
  }

  private Property component(
      DeclaredType type, TypeElement element, RecordComponentElement component) {
    List<Element> declarations = new ArrayList<>(List.of(component, component.getAccessor()));
    fieldNamed(element, component.getSimpleName().toString()).ifPresent(declarations::add);
    TypeMirror returned = memberType(type, component.getAccessor());
    return new Property(component.getSimpleName().toString(), returned, declarations);
  }

  /** Returns getters and public fields, those of superclasses first. */
  List<Property> ofBean(DeclaredType type) {
    Map<String, Property> properties = new LinkedHashMap<>();
    for (TypeElement owner : lineage((TypeElement) type.asElement())) {
      for (Element member : owner.getEnclosedElements()) {
        property(type, owner, member)
            .ifPresent(property -> properties.putIfAbsent(property.name(), property));
      }
    }
    return List.copyOf(properties.values());
  }

  private Optional<Property> property(DeclaredType type, TypeElement owner, Element member) {
    if (member.getModifiers().contains(Modifier.STATIC)
        || !member.getModifiers().contains(Modifier.PUBLIC)) {
      return Optional.empty();
    }
    if (member instanceof VariableElement field) {
      return Optional.of(
          new Property(
              field.getSimpleName().toString(),
              types.asMemberOf(type, field),
              List.<Element>of(field)));
    }
    if (member instanceof ExecutableElement method && method.getParameters().isEmpty()) {
      return propertyName(method)
          .map(
              name -> {
                List<Element> declarations = new ArrayList<>(List.of(method));
                fieldNamed(owner, name).ifPresent(declarations::add);
                return new Property(name, memberType(type, method), declarations);
              });
    }
    return Optional.empty();
  }

  private static Optional<String> propertyName(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    TypeKind returned = method.getReturnType().getKind();
    if (name.startsWith("get") && name.length() > 3 && returned != TypeKind.VOID) {
      return Optional.of(decapitalized(name.substring(3)));
    }
    if (name.startsWith("is") && name.length() > 2 && returned == TypeKind.BOOLEAN) {
      return Optional.of(decapitalized(name.substring(2)));
    }
    return Optional.empty();
  }

  /** Lowers all leading capitals, as Jackson does: {@code URL} is {@code url}. */
  private static String decapitalized(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
  }

  private static Optional<VariableElement> fieldNamed(TypeElement owner, String name) {
    return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private TypeMirror memberType(DeclaredType type, ExecutableElement method) {
    return ((ExecutableType) types.asMemberOf(type, method)).getReturnType();
  }

  private static List<TypeElement> lineage(TypeElement type) {
    List<TypeElement> lineage = new ArrayList<>();
    TypeElement current = type;
    while (!current.getQualifiedName().contentEquals("java.lang.Object")) {
      lineage.add(0, current);
      if (!(current.getSuperclass() instanceof DeclaredType superclass)) {
        break;
      }
      current = (TypeElement) superclass.asElement();
    }
    return lineage;
  }
}
