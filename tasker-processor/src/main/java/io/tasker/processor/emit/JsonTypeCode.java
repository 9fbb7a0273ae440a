package io.tasker.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/** The expression that captures a type: a class, or a token of one with arguments. */
final class JsonTypeCode {
  private JsonTypeCode() {}

  static CodeBlock of(TypeName type) {
    TypeName shown = type.equals(TypeName.VOID) ? type.box() : type;
    return isClass(shown)
        ? CodeBlock.of("$T.class", shown)
        : CodeBlock.of("new $T() {}", ParameterizedTypeName.get(GeneratedApi.JSON_TYPE, shown));
  }

  static boolean isClass(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return isClass(array.componentType());
    }
    return !(type instanceof ParameterizedTypeName);
  }
}
