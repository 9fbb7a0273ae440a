package io.tasker.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies of JSON-like data whose shape a template leaves open, in the order they were written.
 *
 * <p>Numbers become the smallest of Integer, Long and BigInteger, or Double, so that equal data is
 * equal in Java however it was built.
 */
final class OpenData {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private OpenData() {}

  static Map<String, Object> copyOf(Map<String, ? extends @Nullable Object> data) {
    Map<String, Object> copy = new LinkedHashMap<>();
    data.forEach((key, value) -> copy.put(key, copyOfValue(value)));
    return Collections.unmodifiableMap(copy);
  }

  // JSON null stays null inside open data; only the declared type cannot say so.
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Object copyOfValue(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return copyOf((Map<String, Object>) map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copyOfValue(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    return copyOfNumber(value);
  }

  private static Object copyOfNumber(Object value) {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return integer(BigInteger.valueOf(((Number) value).longValue()));
    }
    if (value instanceof BigInteger integer) {
      return integer(integer);
    }
    if (value instanceof Float || value instanceof Double || value instanceof BigDecimal) {
      // By way of text, for 0.1f is 0.1 to whoever wrote it.
      double number = Double.parseDouble(value.toString());
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "not a JSON value: " + value + " (" + value.getClass().getName() + ")");
  }

  private static Object integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.intValueExact();
    }
    if (value.bitLength() < Long.SIZE) {
      return value.longValueExact();
    }
    if (value.compareTo(LEAST) < 0 || value.compareTo(GREATEST) > 0) {
      throw new IllegalArgumentException(
          "Tasker Core holds whole numbers from " + LEAST + " to " + GREATEST + ", not " + value);
    }
    return value;
  }
}
