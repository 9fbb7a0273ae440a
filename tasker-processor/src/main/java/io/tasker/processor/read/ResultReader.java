package io.tasker.processor.read;

import io.tasker.processor.model.ResultModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Reads what a handler returns, and the result within it. */
final class ResultReader {
  private static final String STAGE = "java.util.concurrent.CompletionStage";
  private static final String STEP_RESULT = "io.tasker.handler.StepResult";

  private final Elements elements;
  private final Supertypes supertypes;
  private final JavaTypeReader types;

  ResultReader(Elements elements, Supertypes supertypes, JavaTypeReader types) {
    this.elements = elements;
    this.supertypes = supertypes;
    this.types = types;
  }

  ResultModel read(TypeMirror returned, PackageElement from) {
    TypeMirror value = unwrapped(unwrapped(returned, STAGE), STEP_RESULT);
    return new ResultModel(types.opaque(returned, from), types.payload(value, from));
  }

  private TypeMirror unwrapped(TypeMirror type, String wrapper) {
    if (!(type instanceof DeclaredType declared)) {
      return type;
    }
    Optional<DeclaredType> found = supertypes.find(declared, wrapper);
    if (found.isEmpty()) {
      return type;
    }
    List<? extends TypeMirror> arguments = found.get().getTypeArguments();
    return arguments.isEmpty() ? object() : bound(arguments.get(0));
  }

  private TypeMirror bound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null ? object() : wildcard.getExtendsBound();
    }
    return argument;
  }

  private TypeMirror object() {
    return elements.getTypeElement("java.lang.Object").asType();
  }
}
