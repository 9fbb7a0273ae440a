package io.tasker.processor.read;

import io.tasker.processor.model.MethodModel.Trait;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what the declaration of a method says beside its types. */
final class MethodTraits {
  private static final String RETRYABLE = "io.tasker.handler.RetryableException";

  private final Elements elements;
  private final Types types;
  private final JavaTypeReader javaTypes;

  MethodTraits(Elements elements, Types types, JavaTypeReader javaTypes) {
    this.elements = elements;
    this.types = types;
    this.javaTypes = javaTypes;
  }

  Set<Trait> of(ExecutableElement method) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      traits.add(Trait.PRIVATE);
    }
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      traits.add(Trait.INSTANCE);
    }
    if (!method.getTypeParameters().isEmpty()) {
      traits.add(Trait.GENERIC);
    }
    if (method.isVarArgs()) {
      traits.add(Trait.VARARGS);
    }
    javaTypes
        .deprecation(method)
        .ifPresent(
            lint ->
                traits.add(
                    lint.equals("removal") ? Trait.DEPRECATED_FOR_REMOVAL : Trait.DEPRECATED));
    if (method.getThrownTypes().stream().anyMatch(this::isChecked)) {
      traits.add(Trait.THROWS_CHECKED);
    }
    if (method.getThrownTypes().stream().anyMatch(this::isRetryable)) {
      traits.add(Trait.THROWS_RETRYABLE);
    }
    if (Annotations.isNullable(method, method.getReturnType())) {
      traits.add(Trait.NULLABLE);
    }
    return traits;
  }

  private boolean isChecked(TypeMirror thrown) {
    return thrown.getKind() == TypeKind.DECLARED
        && !isSubtype(thrown, "java.lang.RuntimeException")
        && !isSubtype(thrown, "java.lang.Error");
  }

  private boolean isRetryable(TypeMirror thrown) {
    return thrown.getKind() == TypeKind.DECLARED
        && elements.getTypeElement(RETRYABLE) != null
        && isSubtype(thrown, RETRYABLE);
  }

  private boolean isSubtype(TypeMirror type, String supertype) {
    return types.isSubtype(type, elements.getTypeElement(supertype).asType());
  }
}
