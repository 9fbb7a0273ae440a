package io.tasker.processor.check;

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

  private UndeclaredFields() {}

  static Optional<Found> find(PayloadType java, PayloadType schema) {
    UndeclaredFields search = new UndeclaredFields();
    search.compare(java, schema, "");
    return search.paths.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(List.copyOf(search.paths), search.isForbidden));
  }

  private void compare(PayloadType java, PayloadType schema, String path) {
    PayloadType left = java.present();
    PayloadType right = schema.present();
    if (left instanceof ListType from && right instanceof ListType to) {
      compare(from.element(), to.element(), path + "[]");
    } else if (left instanceof ObjectType from
        && right instanceof ObjectType to
        && compared.add(List.of(from.name(), to.name()))) {
      from.fields().forEach(field -> compare(field, to, path));
    }
  }

  private void compare(Field field, ObjectType schema, String path) {
    String place = path.isEmpty() ? field.jsonName() : path + "." + field.jsonName();
    schema
        .field(field.jsonName())
        .ifPresentOrElse(
            declared -> compare(field.type(), declared.type(), place),
            () -> {
              paths.add(place);
              isForbidden |= SchemaPayload.isClosed(schema);
            });
  }
}
