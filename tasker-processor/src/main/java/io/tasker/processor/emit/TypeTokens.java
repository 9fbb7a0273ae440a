package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.SnakeCase;
import javax.lang.model.element.Modifier;

/**
 * Adds the types with arguments that the constants of an adapter keep, each as a class with a
 * comment: doclint asks for one at anonymous classes in fields, where none can be.
 */
final class TypeTokens {
  private final NameAllocator names;
  private final TypeSpec.Builder adapter;

  TypeTokens(NameAllocator names, TypeSpec.Builder adapter) {
    this.names = names;
    this.adapter = adapter;
  }

  /** Returns the expression of a type, for the constant of what has the given name in Java. */
  CodeBlock of(JavaType type, String of) {
    if (JsonTypeCode.isClass(type.name())) {
      return JsonTypeCode.of(type.name());
    }
    String camel = SnakeCase.camelCase(SnakeCase.stepName(of)) + "Type";
    return type.isAuxiliary() ? method(type, of, camel) : nested(type, of, names.newName(camel));
  }

  private CodeBlock nested(JavaType type, String of, String name) {
    adapter.addType(
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(GeneratedApi.JSON_TYPE, type.name()))
            .addJavadoc("The type of the $L.\n", of)
            .build());
    return CodeBlock.of("new $L()", name);
  }

  /** A suppressed lint is not heeded in the head of a class, but in the body of a method. */
  private CodeBlock method(JavaType type, String of, String camel) {
    String name = names.newName(Character.toLowerCase(camel.charAt(0)) + camel.substring(1));
    adapter.addMethod(
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addJavadoc("{@return the type of the $L}\n", of)
            .returns(
                ParameterizedTypeName.get(
                    GeneratedApi.JSON_TYPE, WildcardTypeName.subtypeOf(ClassName.OBJECT)))
            .addStatement("return $L", JsonTypeCode.of(type.name()))
            .build());
    return CodeBlock.of("$L()", name);
  }
}
