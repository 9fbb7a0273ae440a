package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Words;
import io.tasker.processor.model.DefaultText;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What to write instead of a default that does not fit. */
final class DefaultHints {
  private DefaultHints() {}

  static List<String> of(String text, PayloadType type) {
    List<String> details = new ArrayList<>();
    if (type instanceof EnumType enumeration) {
      details.addAll(Words.unknownName(text, enumeration.names(), "constants"));
    } else if (type instanceof ObjectType object) {
      details.addAll(fields(text, object));
    }
    details.add("fix: write " + form(type));
    return details;
  }

  /** Returns the lines about the first field that the object does not have, or lacks. */
  private static List<String> fields(String text, ObjectType object) {
    List<String> known = object.read().stream().map(Field::jsonName).toList();
    List<String> allNames =
        object.read().stream().flatMap(field -> field.names().stream()).toList();
    return DefaultText.parse(text, object)
        .map(parsed -> parsed.value())
        .filter(Map.class::isInstance)
        .flatMap(
            entries ->
                ((Map<?, ?>) entries)
                    .keySet().stream()
                        .map(String.class::cast)
                        .filter(name -> !allNames.contains(name))
                        .findFirst())
        .map(name -> Words.unknownName(name, known, "fields"))
        .orElseGet(() -> List.of("known fields: " + Words.list(known)));
  }

  private static String form(PayloadType type) {
    if (type instanceof Scalar scalar) {
      return form(scalar.kind());
    }
    if (type instanceof EnumType) {
      return "one of its constants, without quotes.";
    }
    return type instanceof ListType
        ? "a JSON array of such values, as [a, b]."
        : "a JSON object with each required field once.";
  }

  private static String form(ScalarKind kind) {
    return switch (kind) {
      case BOOLEAN -> "true or false.";
      case BYTE, SHORT, INT, LONG, BIG_INTEGER ->
          "a whole number in its range, without point and exponent, as 42.";
      case MONTH -> "the number of a month, 1 to 12.";
      case FLOAT, DOUBLE, BIG_DECIMAL -> "a number in its range, as 1.50.";
      case CHAR -> "one character.";
      case UUID -> "a UUID, as 123e4567-e89b-12d3-a456-426614174000.";
      case INSTANT -> "an instant, as 2026-12-01T10:15:30Z.";
      case OFFSET_DATE_TIME, ZONED_DATE_TIME ->
          "a date and time with an offset, as 2026-12-01T10:15:30+01:00.";
      case LOCAL_DATE_TIME -> "a date and time, as 2026-12-01T10:15:30.";
      case LOCAL_DATE -> "a date, as 2026-12-01.";
      case LOCAL_TIME -> "a time, as 10:15:30.";
      case DURATION -> "a duration, as PT30S.";
      case BYTES -> "bytes in Base64, as SGVsbG8=.";
      case STRING, URI -> "a " + (kind == ScalarKind.URI ? "URI" : "text") + ".";
    };
  }
}
