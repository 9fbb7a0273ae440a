package io.tasker.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds a type among a type and its supertypes, with its type arguments. */
final class Supertypes {
  private final Types types;

  Supertypes(Types types) {
    this.types = types;
  }

  Optional<DeclaredType> find(DeclaredType type, String qualifiedName) {
    if (isNamed(type, qualifiedName)) {
      return Optional.of(type);
    }
    for (TypeMirror supertype : types.directSupertypes(type)) {
      if (supertype instanceof DeclaredType declared) {
        Optional<DeclaredType> found = find(declared, qualifiedName);
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
