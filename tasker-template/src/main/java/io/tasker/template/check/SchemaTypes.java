package io.tasker.template.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of JSON Schema and the values they admit. */
final class SchemaTypes {
  static final List<String> ALL =
      List.of("array", "boolean", "integer", "null", "number", "object", "string");

  private SchemaTypes() {}

  static boolean isKnown(String type) {
    return ALL.contains(type);
  }

  static boolean admits(String type, @Nullable Object value) {
    return switch (type) {
      case "array" -> value instanceof List;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> isInteger(value);
      case "null" -> value == null;
      case "number" -> value instanceof Number;
      case "object" -> value instanceof Map;
      case "string" -> value instanceof String;
      default -> throw new IllegalArgumentException("no type of JSON Schema: " + type);
    };
  }

  private static boolean isInteger(@Nullable Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || (value instanceof Double number && Math.rint(number) == number);
  }
}
