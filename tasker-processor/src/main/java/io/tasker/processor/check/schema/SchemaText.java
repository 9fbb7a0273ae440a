package io.tasker.processor.check.schema;

import io.tasker.processor.check.payload.Conversion.Mismatch;
import io.tasker.processor.check.rule.Words;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Scalar;

/** Names what a schema describes in the words of JSON Schema. */
public final class SchemaText {
  private SchemaText() {}

  public static String of(PayloadType type) {
    if (type instanceof Scalar scalar) {
      String format = scalar.kind().format();
      return scalar.kind().jsonType() + (format.isEmpty() ? "" : " (" + format + ")");
    }
    if (type instanceof EnumType enumeration) {
      return "one of " + Words.list(enumeration.constants());
    }
    if (type instanceof ListType list) {
      return "array of " + of(list.element());
    }
    if (type instanceof OptionalType optional) {
      return of(optional.value()) + " or null";
    }
    return type instanceof ObjectType || type instanceof MapType ? "object" : "any value";
  }

  /** Returns the place of a mismatch within a value, or an empty string for the whole of it. */
  public static String path(String root, Mismatch mismatch) {
    String path =
        mismatch instanceof Mismatch.Types types
            ? types.path()
            : mismatch instanceof Mismatch.Absent absent
                ? absent.path()
                : field((Mismatch.NoField) mismatch);
    if (root.isEmpty() || path.isEmpty()) {
      return root + path;
    }
    return path.startsWith("[") || path.startsWith("{") ? root + path : root + "." + path;
  }

  private static String field(Mismatch.NoField missing) {
    return missing.path().isEmpty() ? missing.field() : missing.path() + "." + missing.field();
  }
}
