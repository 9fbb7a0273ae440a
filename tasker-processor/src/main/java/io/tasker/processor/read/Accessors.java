package io.tasker.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/** Joins the members of a class that stand for one property, by the name Jackson gives them. */
final class Accessors {

  /**
   * A property.
   *
   * @param name its Java name
   * @param type its type, with the type arguments of its owner applied
   * @param declarations the elements that declare it, for their annotations
   * @param isComponent whether it is a component of a record
   * @param isOneType whether it is written and read as that type
   * @param isWritten whether something writes it
   * @param isRead whether something takes it from JSON
   */
  record Property(
      String name,
      TypeMirror type,
      List<Element> declarations,
      boolean isComponent,
      boolean isOneType,
      boolean isWritten,
      boolean isRead) {}

  private static final class Members {
    @Nullable RecordComponentElement component;
    @Nullable VariableElement field;
    @Nullable ExecutableElement getter;
    @Nullable ExecutableElement setter;
  }

  private final Types types;
  private final DeclaredType owner;
  private final Map<String, Members> byName = new LinkedHashMap<>();

  Accessors(Types types, DeclaredType owner) {
    this.types = types;
    this.owner = owner;
  }

  void component(RecordComponentElement component) {
    // Without one the name is illegal, such as "wait", which the compiler itself reports.
    if (component.getAccessor() != null) {
      members(component.getSimpleName().toString()).component = component;
    }
  }

  /** Returns whether a method is the accessor of a component, whatever its name looks like. */
  boolean isComponent(ExecutableElement method) {
    Members members = byName.get(method.getSimpleName().toString());
    return members != null && members.component != null && method.getParameters().isEmpty();
  }

  void field(VariableElement field) {
    Set<Modifier> modifiers = field.getModifiers();
    if (!modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.TRANSIENT)) {
      members(field.getSimpleName().toString()).field = field;
    }
  }

  void getter(ExecutableElement method) {
    boolean isExplicit = JacksonAnnotations.isExplicit(method);
    if (method.getModifiers().contains(Modifier.STATIC)
        || !method.getParameters().isEmpty()
        || method.getReturnType().getKind() == TypeKind.VOID
        || !(isExplicit || method.getModifiers().contains(Modifier.PUBLIC))) {
      return;
    }
    String name = method.getSimpleName().toString();
    getterName(name, method.getReturnType())
        .or(() -> isExplicit ? Optional.of(name) : Optional.empty())
        .ifPresent(property -> members(property).getter = method);
  }

  void setter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.STATIC)
        && method.getParameters().size() == 1
        && name.startsWith("set")
        && name.length() > 3) {
      members(decapitalized(name.substring(3))).setter = method;
    }
  }

  /** Returns the properties of a record: its components, and then what is written only. */
  List<Property> ofRecord() {
    List<Property> properties = new ArrayList<>();
    byName.forEach(
        (name, members) -> {
          if (members.component != null) {
            properties.add(component(name, members.component, members.getter));
          } else if (members.getter != null) {
            TypeMirror type = returned(members.getter);
            properties.add(
                new Property(name, type, List.of(members.getter), false, true, true, false));
          }
        });
    return properties;
  }

  private Property component(
      String name, RecordComponentElement component, @Nullable ExecutableElement getter) {
    List<Element> declarations = new ArrayList<>(List.of(component, component.getAccessor()));
    ElementFilter.fieldsIn(owner.asElement().getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .forEach(declarations::add);
    TypeMirror type = returned(component.getAccessor());
    // A getter of the component's name is what Jackson calls when it writes.
    boolean isOneType = getter == null || types.isSameType(type, returned(getter));
    if (getter != null) {
      declarations.add(getter);
    }
    return new Property(name, type, declarations, true, isOneType, true, true);
  }

  /**
   * Returns the properties of a bean.
   *
   * @param isEmptyFirst whether it is created empty; if not, nobody knows the names of the
   *     constructor's parameters, and each property may be one
   */
  List<Property> ofBean(boolean isEmptyFirst) {
    List<Property> properties = new ArrayList<>();
    byName.forEach(
        (name, members) -> {
          Property property = bean(name, members, isEmptyFirst);
          if (property.isWritten() || property.isRead()) {
            properties.add(property);
          }
        });
    return properties;
  }

  private Property bean(String name, Members members, boolean isEmptyFirst) {
    VariableElement field = members.field;
    boolean isVisible = field != null && isVisible(field);
    boolean isWritten = members.getter != null || isVisible;
    boolean isSet =
        field != null
            && !field.getModifiers().contains(Modifier.FINAL)
            // A field that is not visible by itself is set if a getter shows the property.
            && (isVisible || members.getter != null);
    boolean isRead = members.setter != null || isSet || (isWritten && !isEmptyFirst);
    List<Element> declarations = new ArrayList<>();
    List<TypeMirror> shapes = new ArrayList<>();
    if (members.getter != null) {
      declarations.add(members.getter);
      shapes.add(returned(members.getter));
    }
    if (field != null) {
      declarations.add(field);
      shapes.add(types.asMemberOf(owner, field));
    }
    if (members.setter != null) {
      declarations.add(members.setter);
      shapes.add(parameter(members.setter));
    }
    TypeMirror type = shapes.get(0);
    boolean isOneType = members.setter == null || types.isSameType(type, parameter(members.setter));
    return new Property(name, type, declarations, false, isOneType, isWritten, isRead);
  }

  private static boolean isVisible(VariableElement field) {
    return field.getModifiers().contains(Modifier.PUBLIC) || JacksonAnnotations.isExplicit(field);
  }

  private Members members(String name) {
    return byName.computeIfAbsent(name, key -> new Members());
  }

  private TypeMirror returned(ExecutableElement method) {
    return ((ExecutableType) types.asMemberOf(owner, method)).getReturnType();
  }

  private TypeMirror parameter(ExecutableElement method) {
    return ((ExecutableType) types.asMemberOf(owner, method)).getParameterTypes().get(0);
  }

  private static Optional<String> getterName(String method, TypeMirror returned) {
    if (method.startsWith("get") && method.length() > 3 && !method.equals("getClass")) {
      return Optional.of(decapitalized(method.substring(3)));
    }
    if (method.startsWith("is") && method.length() > 2 && isBoolean(returned)) {
      return Optional.of(decapitalized(method.substring(2)));
    }
    return Optional.empty();
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN
        || (type instanceof DeclaredType declared
            && ((TypeElement) declared.asElement())
                .getQualifiedName()
                .contentEquals("java.lang.Boolean"));
  }

  /** Lowers all leading capitals, as Jackson does: {@code URL} is {@code url}. */
  private static String decapitalized(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
  }
}
