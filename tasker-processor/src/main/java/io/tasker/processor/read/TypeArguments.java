package io.tasker.processor.read;

import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Finds what a generic type holds. */
final class TypeArguments {
  private final Elements elements;

  TypeArguments(Elements elements) {
    this.elements = elements;
  }

  /** Returns the first type argument, or its bound; {@code Object} for a raw type. */
  TypeMirror first(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.isEmpty() ? object() : bound(arguments.get(0));
  }

  /** Returns the type that anything is. */
  TypeMirror object() {
    return elements.getTypeElement("java.lang.Object").asType();
  }

  private TypeMirror bound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null ? object() : wildcard.getExtendsBound();
    }
    return argument;
  }
}
