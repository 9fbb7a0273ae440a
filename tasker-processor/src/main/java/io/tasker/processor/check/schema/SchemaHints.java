package io.tasker.processor.check.schema;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ScalarKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a schema says more about a value than the Java type that stands for it. */
final class SchemaHints {

  /**
   * A value that another Java type would suit better.
   *
   * @param path the way to it; empty for the whole
   * @param java its type in Java
   * @param schema what the schema says
   * @param better the type that suits
   */
  record Hint(String path, Scalar java, Scalar schema, ScalarKind better) {

    /** Returns whether the type is too small, and not only less telling. */
    boolean isNarrow() {
      return java.kind() != ScalarKind.STRING;
    }
  }

  private final boolean isWritten;
  private final List<Hint> hints = new ArrayList<>();
  private final Set<List<String>> compared = new HashSet<>();

  private SchemaHints(boolean isWritten) {
    this.isWritten = isWritten;
  }

  /** Finds them in what is read from values of a schema. */
  static List<Hint> read(PayloadType java, PayloadType schema) {
    return new SchemaHints(false).find(java, schema);
  }

  /** Finds them in what is written as values of a schema. */
  static List<Hint> written(PayloadType java, PayloadType schema) {
    return new SchemaHints(true).find(java, schema);
  }

  private List<Hint> find(PayloadType java, PayloadType schema) {
    compare(java, schema, "");
    return List.copyOf(hints);
  }

  private void compare(PayloadType java, PayloadType schema, String path) {
    PayloadType left = java.present();
    PayloadType right = schema.present();
    if (left instanceof Scalar from && right instanceof Scalar to) {
      better(from.kind(), to.kind()).ifPresent(kind -> hints.add(new Hint(path, from, to, kind)));
    } else if (left instanceof ListType from && right instanceof ListType to) {
      compare(from.element(), to.element(), path + "[]");
    } else if (left instanceof MapType from && right instanceof MapType to) {
      compare(from.value(), to.value(), path + "{}");
    } else if (left instanceof ObjectType from
        && right instanceof ObjectType to
        && compared.add(List.of(from.name(), to.name()))) {
      (isWritten ? from.written() : from.read()).forEach(field -> compare(field, to, path));
    }
  }

  private void compare(Field field, ObjectType schema, String path) {
    String place = path.isEmpty() ? field.jsonName() : path + "." + field.jsonName();
    List<String> names = isWritten ? List.of(field.jsonName()) : field.names();
    schema.fields().stream()
        .filter(declared -> names.contains(declared.jsonName()))
        .findFirst()
        .ifPresent(declared -> compare(field.type(), declared.type(), place));
  }

  private Optional<ScalarKind> better(ScalarKind java, ScalarKind schema) {
    return switch (schema) {
      case INSTANT, LOCAL_DATE, UUID ->
          java == ScalarKind.STRING ? Optional.of(schema) : Optional.empty();
      case INT, LONG, DOUBLE ->
          !isWritten && isSmaller(java, schema) ? Optional.of(schema) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isSmaller(ScalarKind java, ScalarKind schema) {
    return switch (java) {
      case BYTE, SHORT -> schema != ScalarKind.DOUBLE;
      case INT -> schema == ScalarKind.LONG;
      case FLOAT -> schema == ScalarKind.DOUBLE;
      default -> false;
    };
  }
}
