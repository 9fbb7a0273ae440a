package io.tasker.processor.check.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the numbers that a task template can hold: those of Tasker Core. */
final class TemplateNumbers {
  static final String RANGE =
      "whole numbers from -2^63 to 2^64-1, and fractions up to %s".formatted(Double.MAX_VALUE);

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private TemplateNumbers() {}

  /** Returns whether a template can hold all numbers within a value. */
  static boolean hold(@Nullable Object value) {
    if (value instanceof List<?> items) {
      return items.stream().allMatch(TemplateNumbers::hold);
    }
    if (value instanceof Map<?, ?> entries) {
      return entries.values().stream().allMatch(TemplateNumbers::hold);
    }
    if (value instanceof BigInteger integer) {
      return integer.compareTo(LEAST) >= 0 && integer.compareTo(GREATEST) <= 0;
    }
    return !(value instanceof BigDecimal number) || Double.isFinite(number.doubleValue());
  }
}
