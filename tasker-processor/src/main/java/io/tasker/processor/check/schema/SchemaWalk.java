package io.tasker.processor.check.schema;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through a Java type and the schema of its values, side by side. */
final class SchemaWalk {

  /** Is told what the two have at the same place, which is empty for the whole. */
  interface Visitor {

    /** A scalar in both. */
    default void scalar(String path, Scalar java, Scalar schema) {}

    /** A field that Java has and the schema does not declare. */
    default void undeclared(String path, ObjectType schema) {}
  }

  private final boolean isWritten;
  private final Visitor visitor;
  private final Set<List<String>> seen = new HashSet<>();

  private SchemaWalk(boolean isWritten, Visitor visitor) {
    this.isWritten = isWritten;
    this.visitor = visitor;
  }

  /** Looks at what is read from values of the schema. */
  static void read(PayloadType java, PayloadType schema, Visitor visitor) {
    new SchemaWalk(false, visitor).walk(java, schema, "");
  }

  /** Looks at what is written as values of the schema. */
  static void written(PayloadType java, PayloadType schema, Visitor visitor) {
    new SchemaWalk(true, visitor).walk(java, schema, "");
  }

  private void walk(PayloadType java, PayloadType schema, String path) {
    PayloadType left = java.present();
    PayloadType right = schema.present();
    if (left instanceof Scalar from && right instanceof Scalar to) {
      visitor.scalar(path, from, to);
    } else if (left instanceof ListType from && right instanceof ListType to) {
      walk(from.element(), to.element(), path + "[]");
    } else if (left instanceof MapType from && right instanceof MapType to) {
      walk(from.value(), to.value(), path + "{}");
    } else if (left instanceof ObjectType from
        && right instanceof ObjectType to
        && seen.add(List.of(from.name(), to.name()))) {
      (isWritten ? from.written() : from.read()).forEach(field -> walk(field, to, path));
    }
  }

  private void walk(Field field, ObjectType schema, String path) {
    String place = path.isEmpty() ? field.jsonName() : path + "." + field.jsonName();
    List<String> names = isWritten ? List.of(field.jsonName()) : field.names();
    Optional<Field> declared =
        schema.fields().stream().filter(each -> names.contains(each.jsonName())).findFirst();
    declared.ifPresentOrElse(
        found -> walk(field.type(), found.type(), place), () -> visitor.undeclared(place, schema));
  }
}
