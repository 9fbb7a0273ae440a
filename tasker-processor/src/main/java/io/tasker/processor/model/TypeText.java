package io.tasker.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders types for people; what compilers print for a type differs between them. */
public final class TypeText {
  private TypeText() {}

  /** Returns the type by simple names: {@code Map<String, Cart>}. */
  public static String simple(TypeName type) {
    return render(type, ClassName::simpleName);
  }

  /** Returns the type with packages, except those of the JDK. */
  public static String qualified(TypeName type) {
    return render(
        type,
        name ->
            name.packageName().startsWith("java.")
                ? String.join(".", name.simpleNames())
                : name.canonicalName());
  }

  /** Returns the type that an optional one holds, as one would write it without: unboxed. */
  public static TypeName present(TypeName optional) {
    if (optional instanceof ParameterizedTypeName parameterized) {
      TypeName held = parameterized.typeArguments().get(0);
      TypeName bound = held instanceof WildcardTypeName any ? any.upperBounds().get(0) : held;
      return bound.isBoxedPrimitive() ? bound.unbox() : bound;
    }
    return switch (simple(optional)) {
      case "OptionalInt" -> TypeName.INT;
      case "OptionalLong" -> TypeName.LONG;
      case "OptionalDouble" -> TypeName.DOUBLE;
      default -> ClassName.OBJECT;
    };
  }

  /** Returns a type as type arguments are written: {@code Integer} for {@code int}. */
  public static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "char" -> "Character";
      case "boolean", "byte", "short", "long", "float", "double" ->
          Character.toUpperCase(type.charAt(0)) + type.substring(1);
      default -> type;
    };
  }

  private static String render(TypeName type, Function<ClassName, String> className) {
    if (type instanceof ClassName name) {
      return className.apply(name);
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return parameterized.typeArguments().stream()
          .map(argument -> render(argument, className))
          .collect(Collectors.joining(", ", className.apply(parameterized.rawType()) + "<", ">"));
    }
    if (type instanceof ArrayTypeName array) {
      return render(array.componentType(), className) + "[]";
    }
    if (type instanceof WildcardTypeName wildcard) {
      if (!wildcard.lowerBounds().isEmpty()) {
        return "? super " + render(wildcard.lowerBounds().get(0), className);
      }
      TypeName bound = wildcard.upperBounds().get(0);
      return bound.equals(ClassName.OBJECT) ? "?" : "? extends " + render(bound, className);
    }
    return type.toString();
  }
}
