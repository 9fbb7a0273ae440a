package io.tasker.processor.check.payload;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.PayloadType.VoidType;
import io.tasker.processor.model.ScalarKind;
import io.tasker.processor.model.SnakeCase;
import java.util.Locale;

/** Names a payload type within another one, where no Java type was written down. */
public final class PayloadText {
  private PayloadText() {}

  public static String of(PayloadType type) {
    if (type instanceof Scalar scalar) {
      return scalar(scalar.kind());
    }
    if (type instanceof EnumType enumeration) {
      return simple(enumeration.name());
    }
    if (type instanceof ObjectType object) {
      return simple(object.name());
    }
    if (type instanceof Reference reference) {
      return simple(reference.name());
    }
    if (type instanceof ListType list) {
      return "List<" + boxed(list.element()) + ">";
    }
    if (type instanceof MapType map) {
      String key =
          map.key() instanceof Scalar || map.key() instanceof EnumType
              ? boxed(map.key())
              : "String";
      return "Map<" + key + ", " + boxed(map.value()) + ">";
    }
    if (type instanceof OptionalType optional) {
      return "Optional<" + boxed(optional.value()) + ">";
    }
    return type instanceof VoidType ? "void" : "JSON";
  }

  /** Names a type as type arguments are written. */
  public static String boxed(PayloadType type) {
    if (!(type instanceof Scalar scalar)) {
      return of(type);
    }
    return switch (scalar.kind()) {
      case INT -> "Integer";
      case CHAR -> "Character";
      case BOOLEAN, BYTE, SHORT, LONG, FLOAT, DOUBLE ->
          SnakeCase.camelCase(scalar.kind().name().toLowerCase(Locale.ROOT));
      default -> of(type);
    };
  }

  private static String scalar(ScalarKind kind) {
    return switch (kind) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR ->
          kind.name().toLowerCase(Locale.ROOT);
      case UUID, URI -> kind.name();
      case BYTES -> "byte[]";
      default -> SnakeCase.camelCase(kind.name().toLowerCase(Locale.ROOT));
    };
  }

  private static String simple(String name) {
    return name.replaceAll("[A-Za-z0-9_$]+\\.", "");
  }
}
