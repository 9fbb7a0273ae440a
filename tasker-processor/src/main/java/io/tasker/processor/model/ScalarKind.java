package io.tasker.processor.model;

/** The Java types that are one JSON value, with the JSON Schema type and format of each. */
public enum ScalarKind {
  BOOLEAN("boolean", ""),
  BYTE("integer", ""),
  SHORT("integer", ""),
  INT("integer", ""),
  LONG("integer", ""),
  BIG_INTEGER("integer", ""),
  FLOAT("number", ""),
  DOUBLE("number", ""),
  BIG_DECIMAL("number", ""),
  CHAR("string", ""),
  STRING("string", ""),
  UUID("string", "uuid"),
  URI("string", "uri"),
  INSTANT("string", "date-time"),
  OFFSET_DATE_TIME("string", "date-time"),
  ZONED_DATE_TIME("string", "date-time"),
  LOCAL_DATE_TIME("string", ""),
  LOCAL_DATE("string", "date"),
  LOCAL_TIME("string", ""),
  DURATION("string", "duration"),
  BYTES("string", ""),
  /** Unlike other enums, the months travel by number. */
  MONTH("integer", "");

  private final String jsonType;
  private final String format;

  ScalarKind(String jsonType, String format) {
    this.jsonType = jsonType;
    this.format = format;
  }

  /** Returns the {@code type} of JSON Schema. */
  public String jsonType() {
    return jsonType;
  }

  /** Returns the {@code format} of JSON Schema, or an empty string. */
  public String format() {
    return format;
  }

  /** Returns whether every value of this kind is exactly one of {@code target}. */
  public boolean widensTo(ScalarKind target) {
    if (this == target) {
      return true;
    }
    return switch (target) {
      case SHORT, INT, LONG -> isInteger() && compareTo(target) < 0;
      case BIG_INTEGER -> isInteger();
      case FLOAT -> this == BYTE || this == SHORT;
      case DOUBLE -> this == FLOAT || (isInteger() && compareTo(LONG) < 0);
      case BIG_DECIMAL -> isInteger() || this == FLOAT || this == DOUBLE;
      case STRING -> this == CHAR;
      default -> false;
    };
  }

  private boolean isInteger() {
    return jsonType.equals("integer") && this != MONTH;
  }
}
