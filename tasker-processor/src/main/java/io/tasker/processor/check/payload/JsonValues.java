package io.tasker.processor.check.payload;

import io.tasker.processor.model.JsonLiteral;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ScalarKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges whether a JSON value can be read as a type. */
public final class JsonValues {
  private JsonValues() {}

  public static boolean isOf(@Nullable Object value, PayloadType type) {
    if (type instanceof Scalar scalar) {
      return isScalar(value, scalar.kind());
    }
    if (type instanceof EnumType enumeration) {
      return value instanceof String text && enumeration.names().contains(text);
    }
    if (type instanceof ListType list) {
      return value instanceof List<?> items
          && items.stream().allMatch(item -> isOf(item, list.element()));
    }
    if (type instanceof MapType map) {
      return value instanceof Map<?, ?> entries
          && entries.keySet().stream().allMatch(key -> isKey((String) key, map.key()))
          && entries.values().stream().allMatch(entry -> isOf(entry, map.value()));
    }
    if (type instanceof ObjectType object) {
      return value instanceof Map<?, ?> entries && isObject(entries, object);
    }
    if (type instanceof OptionalType optional) {
      return value == null || isOf(value, optional.value());
    }
    return true;
  }

  /** Returns whether the key of a map, which is a text, stands for a value of a type. */
  private static boolean isKey(String key, PayloadType type) {
    boolean isText = !(type instanceof Scalar scalar) || scalar.kind().jsonType().equals("string");
    return isText
        ? isOf(key, type)
        : JsonLiteral.parse(key).filter(parsed -> isOf(parsed.value(), type)).isPresent();
  }

  private static boolean isObject(Map<?, ?> entries, ObjectType object) {
    return object.read().stream().allMatch(field -> isField(entries, field));
  }

  private static boolean isField(Map<?, ?> entries, Field field) {
    for (String name : field.names()) {
      Object value = entries.get(name);
      if (value != null) {
        return isOf(value, field.type().present());
      }
    }
    return !field.required();
  }

  private static boolean isScalar(@Nullable Object value, ScalarKind kind) {
    return switch (kind) {
      case BOOLEAN -> value instanceof Boolean;
      case BYTE -> isWithin(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> isWithin(value, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> isWithin(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> isWithin(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case MONTH -> isWithin(value, 1, 12);
      case BIG_INTEGER -> value instanceof BigInteger;
      case FLOAT -> isNumber(value) && Float.isFinite(((Number) value).floatValue());
      case DOUBLE -> isNumber(value) && Double.isFinite(((Number) value).doubleValue());
      case BIG_DECIMAL -> isNumber(value);
      case CHAR -> value instanceof String text && text.length() == 1;
      default -> value instanceof String text && isText(text, kind);
    };
  }

  private static boolean isText(String text, ScalarKind kind) {
    return switch (kind) {
      case UUID -> text.length() == 36 && parses(text, UUID::fromString);
      case URI -> parses(text, URI::create);
      case INSTANT -> parses(text, Instant::parse);
      case OFFSET_DATE_TIME -> parses(text, OffsetDateTime::parse);
      case ZONED_DATE_TIME -> parses(text, ZonedDateTime::parse);
      case LOCAL_DATE_TIME -> parses(text, LocalDateTime::parse);
      case LOCAL_DATE -> parses(text, LocalDate::parse);
      case LOCAL_TIME -> parses(text, LocalTime::parse);
      case DURATION -> parses(text, Duration::parse);
      case BYTES -> parses(text, Base64.getDecoder()::decode);
      default -> true;
    };
  }

  private static boolean parses(String text, Consumer<String> parser) {
    try {
      parser.accept(text);
      return true;
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return false;
    }
  }

  /** A whole number is one that is written so: {@code 1.0} and {@code 1e3} are not. */
  private static boolean isWithin(@Nullable Object value, long least, long most) {
    return value instanceof BigInteger number
        && number.compareTo(BigInteger.valueOf(least)) >= 0
        && number.compareTo(BigInteger.valueOf(most)) <= 0;
  }

  private static boolean isNumber(@Nullable Object value) {
    return value instanceof BigInteger || value instanceof BigDecimal;
  }
}
