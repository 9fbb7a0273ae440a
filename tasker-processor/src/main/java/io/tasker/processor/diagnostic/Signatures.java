package io.tasker.processor.diagnostic;

import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Keys that find a method or constructor again in a later round. */
public final class Signatures {
  private Signatures() {}

  /** Returns the name of the method with its erased parameter types. */
  public static String of(ExecutableElement method, Types types) {
    return method.getParameters().stream()
        .map(parameter -> text(parameter, types))
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }

  private static String text(VariableElement parameter, Types types) {
    TypeMirror type = parameter.asType();
    // An unresolved type has no erasure worth printing, and its text is only a key.
    return type.getKind() == TypeKind.ERROR
        ? type.toString()
        : TypeName.get(types.erasure(type)).toString();
  }

  /** Returns the method of a key. */
  public static Optional<ExecutableElement> find(TypeElement type, String signature, Types types) {
    return type.getEnclosedElements().stream()
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(method -> of(method, types).equals(signature))
        .findFirst();
  }
}
