package io.tasker.processor.check.schema;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.SchemaPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the fields of a Java type that a schema does not declare. */
final class UndeclaredFields implements SchemaWalk.Visitor {

  /**
   * What was found.
   *
   * @param paths the fields, each with the way to it
   * @param isForbidden whether the schema forbids one of them
   */
  record Found(List<String> paths, boolean isForbidden) {}

  private final List<String> paths = new ArrayList<>();
  private boolean isForbidden;

  private UndeclaredFields() {}

  /** Finds the fields that are read of what a schema describes. */
  static Optional<Found> read(PayloadType java, PayloadType schema) {
    UndeclaredFields fields = new UndeclaredFields();
    SchemaWalk.read(java, schema, fields);
    return fields.found();
  }

  /** Finds the fields that are written into what a schema describes. */
  static Optional<Found> written(PayloadType java, PayloadType schema) {
    UndeclaredFields fields = new UndeclaredFields();
    SchemaWalk.written(java, schema, fields);
    return fields.found();
  }

  private Optional<Found> found() {
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(List.copyOf(paths), isForbidden));
  }

  @Override
  public void undeclared(String path, ObjectType schema) {
    paths.add(path);
    isForbidden |= SchemaPayload.isClosed(schema);
  }
}
