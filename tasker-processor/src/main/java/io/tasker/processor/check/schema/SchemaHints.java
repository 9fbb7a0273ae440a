package io.tasker.processor.check.schema;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where a schema says more about a value than the Java type that stands for it. */
final class SchemaHints implements SchemaWalk.Visitor {

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

  private SchemaHints(boolean isWritten) {
    this.isWritten = isWritten;
  }

  /** Finds them in what is read from values of a schema. */
  static List<Hint> read(PayloadType java, PayloadType schema) {
    SchemaHints found = new SchemaHints(false);
    SchemaWalk.read(java, schema, found);
    return List.copyOf(found.hints);
  }

  /** Finds them in what is written as values of a schema. */
  static List<Hint> written(PayloadType java, PayloadType schema) {
    SchemaHints found = new SchemaHints(true);
    SchemaWalk.written(java, schema, found);
    return List.copyOf(found.hints);
  }

  @Override
  public void scalar(String path, Scalar java, Scalar schema) {
    better(java.kind(), schema.kind())
        .ifPresent(kind -> hints.add(new Hint(path, java, schema, kind)));
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
