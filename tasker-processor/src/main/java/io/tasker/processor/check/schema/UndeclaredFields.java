package io.tasker.processor.check.schema;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.SchemaPayload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the fields of a Java type that a schema does not declare. */
final class UndeclaredFields {

  /**
   * What was found.
   *
   * @param paths the fields, each with the way to it
   * @param isForbidden whether the schema forbids one of them
   */
  record Found(List<String> paths, boolean isForbidden) {}

  private final List<String> paths = new ArrayList<>();
  private final Set<List<String>> compared = new HashSet<>();
  private boolean isForbidden;

  private final boolean isWritten;

  private UndeclaredFields(boolean isWritten) {
    this.isWritten = isWritten;
  }

  /** Finds the fields that are read of what a schema describes. */
  static Optional<Found> read(PayloadType java, PayloadType schema) {
    return new UndeclaredFields(false).find(java, schema);
  }

  /** Finds the fields that are written into what a schema describes. */
  static Optional<Found> written(PayloadType java, PayloadType schema) {
    return new UndeclaredFields(true).find(java, schema);
  }

  private Optional<Found> find(PayloadType java, PayloadType schema) {
    compare(java, schema, "");
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(List.copyOf(paths), isForbidden));
  }

  private void compare(PayloadType java, PayloadType schema, String path) {
    PayloadType left = java.present();
    PayloadType right = schema.present();
    if (left instanceof ListType from && right instanceof ListType to) {
      compare(from.element(), to.element(), path + "[]");
    } else if (left instanceof ObjectType from
        && right instanceof ObjectType to
        && compared.add(List.of(from.name(), to.name()))) {
      List<Field> fields = isWritten ? from.written() : from.read();
      fields.forEach(field -> compare(field, to, path));
    }
  }

  private void compare(Field field, ObjectType schema, String path) {
    String place = path.isEmpty() ? field.jsonName() : path + "." + field.jsonName();
    List<String> names = isWritten ? List.of(field.jsonName()) : field.names();
    schema.fields().stream()
        .filter(declared -> names.contains(declared.jsonName()))
        .findFirst()
        .ifPresentOrElse(
            declared -> compare(field.type(), declared.type(), place),
            () -> {
              paths.add(place);
              isForbidden |= SchemaPayload.isClosed(schema);
            });
  }
}
