package io.tasker.internal;

import io.tasker.internal.BindingPlanner.Upstream;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which values may pass from step to step as they are, told by their declared types. */
final class ByReference {
  private ByReference() {}

  /** Returns how to pass a result as it is, or else the conversion. */
  static Argument orElse(Upstream upstream, Type consumer, Argument conversion) {
    Type producer = upstream.type().type();
    if (isSame(producer, consumer)) {
      return new Argument.Reference(upstream.index(), false, null, conversion);
    }
    Type content = optionalContent(consumer);
    boolean isWrapped = content != null;
    Type wanted = content != null ? content : consumer;
    if (isWrapped && isSame(producer, wanted)) {
      return new Argument.Reference(upstream.index(), true, null, conversion);
    }
    if (wanted instanceof Class<?> type && isPlain(type) && mayYield(producer, type)) {
      return new Argument.Reference(upstream.index(), isWrapped, type, conversion);
    }
    return conversion;
  }

  // A handler that declares no type may return anything, which is then looked at when it does.
  private static boolean mayYield(Type producer, Class<?> wanted) {
    return producer instanceof Class<?> type
        && (type == Object.class || wanted.isAssignableFrom(type));
  }

  /** Returns whether the class alone tells what its values are. */
  static boolean isPlain(Class<?> type) {
    return type.getTypeParameters().length == 0 && type != Object.class && !isTree(type);
  }

  /** Returns whether it is a JSON tree; that can be changed, so that each reader has a copy. */
  static boolean isTree(Type type) {
    Type content = optionalContent(type);
    return (content == null ? type : content) instanceof Class<?> plain
        && JsonNode.class.isAssignableFrom(plain);
  }

  /** Returns whether two types are one, a primitive and its box included. */
  static boolean isSame(Type producer, Type consumer) {
    return boxed(producer).equals(boxed(consumer));
  }

  private static @Nullable Type optionalContent(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : null;
  }

  private static Type boxed(Type type) {
    return type instanceof Class<?> primitive && primitive.isPrimitive()
        ? MethodType.methodType(primitive).wrap().returnType()
        : type;
  }
}
