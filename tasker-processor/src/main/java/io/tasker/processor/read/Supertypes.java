package io.tasker.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds a type among a type and its supertypes, with its type arguments. */
final class Supertypes {
  private final Types types;
  private final Map<TypeElement, Set<String>> names = new HashMap<>();

  Supertypes(Types types) {
    this.types = types;
  }

  /** Returns the qualified names of a type and its supertypes. */
  Set<String> names(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    Set<String> known = names.get(element);
    if (known == null) {
      known = new HashSet<>();
      addNames(element, known);
      names.put(element, known);
    }
    return known;
  }

  private static void addNames(TypeElement type, Set<String> names) {
    if (names.add(type.getQualifiedName().toString())) {
      addNames(type.getSuperclass(), names);
      type.getInterfaces().forEach(each -> addNames(each, names));
    }
  }

  private static void addNames(TypeMirror type, Set<String> names) {
    if (type instanceof DeclaredType declared) {
      addNames((TypeElement) declared.asElement(), names);
    }
  }

  Optional<DeclaredType> find(DeclaredType type, String qualifiedName) {
    return names(type).contains(qualifiedName) ? search(type, qualifiedName) : Optional.empty();
  }

  private Optional<DeclaredType> search(DeclaredType type, String qualifiedName) {
    if (isNamed(type, qualifiedName)) {
      return Optional.of(type);
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      if (supertype instanceof DeclaredType declared) {
        Optional<DeclaredType> found = search(declared, qualifiedName);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns a type argument of a supertype as it was written down, with its annotations, which a
   * compiler leaves out where it derives the supertype.
   */
  TypeMirror argument(DeclaredType type, DeclaredType supertype, int index) {
    TypeElement element = (TypeElement) type.asElement();
    String name = ((TypeElement) supertype.asElement()).getQualifiedName().toString();
    TypeMirror declared =
        find((DeclaredType) element.asType(), name).orElseThrow().getTypeArguments().get(index);
    List<? extends TypeParameterElement> parameters = element.getTypeParameters();
    for (int i = 0; i < type.getTypeArguments().size(); i++) {
      if (types.isSameType(declared, parameters.get(i).asType())) {
        return type.getTypeArguments().get(i);
      }
    }
    return supertype.getTypeArguments().get(index);
  }

  static boolean isNamed(DeclaredType type, String qualifiedName) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(qualifiedName);
  }
}
