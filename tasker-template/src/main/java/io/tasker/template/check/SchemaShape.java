package io.tasker.template.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes that the values of JSON Schema's keywords have. */
enum SchemaShape {
  TEXT("a text"),
  NUMBER("a number"),
  COUNT("a whole number of at least 0"),
  LIST("a list"),
  TEXTS("a list of texts"),
  TYPE("a text or a list of texts"),
  SCHEMA("a schema, that is a mapping or a boolean"),
  SCHEMAS("a list of schemas"),
  NAMED_SCHEMAS("a mapping of names to schemas"),
  ITEMS("a schema or a list of schemas");

  private final String inWords;

  SchemaShape(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }

  boolean fits(@Nullable Object value) {
    return switch (this) {
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case COUNT ->
          SchemaTypes.admits("integer", value)
              && value instanceof Number number
              && number.doubleValue() >= 0;
      case LIST -> value instanceof List;
      case TEXTS -> value instanceof List<?> list && list.stream().allMatch(TEXT::fits);
      case TYPE -> TEXT.fits(value) || TEXTS.fits(value);
      case SCHEMA -> value instanceof Map || value instanceof Boolean;
      case SCHEMAS -> value instanceof List<?> list && list.stream().allMatch(SCHEMA::fits);
      case NAMED_SCHEMAS ->
          value instanceof Map<?, ?> map && map.values().stream().allMatch(SCHEMA::fits);
      case ITEMS -> SCHEMA.fits(value) || SCHEMAS.fits(value);
    };
  }
}
