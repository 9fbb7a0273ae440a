package io.tasker.template.yaml;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar without quotes means. The rules are those of Tasker Core's YAML parser, which
 * follow YAML 1.2: {@code yes} is a text, so are {@code 007} and {@code 1_000}.
 */
final class PlainScalars {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern RADIX = Pattern.compile("[-+]?0(x[0-9a-fA-F]+|o[0-7]+|b[01]+)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");

  /** Longer numbers are not worth exact arithmetic: no key needs more than 64 bits. */
  private static final int EXACT_DIGITS = 80;

  private PlainScalars() {}

  static @Nullable Object resolve(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> null;
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      default -> numberOrText(text);
    };
  }

  private static Object numberOrText(String text) {
    char first = text.charAt(0);
    if (first > '9' || LEADING_ZERO.matcher(text).matches()) {
      return text;
    }
    if (text.length() <= EXACT_DIGITS) {
      if (DECIMAL.matcher(text).matches()) {
        return smallest(new BigInteger(text));
      }
      if (RADIX.matcher(text).matches()) {
        return smallest(radix(text));
      }
    }
    if (FLOAT.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    }
    return text;
  }

  private static BigInteger radix(String text) {
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    String digits = text.substring(signed ? 3 : 2);
    int radix =
        switch (text.charAt(signed ? 2 : 1)) {
          case 'x' -> 16;
          case 'o' -> 8;
          default -> 2;
        };
    BigInteger magnitude = new BigInteger(digits, radix);
    return text.charAt(0) == '-' ? magnitude.negate() : magnitude;
  }

  private static Object smallest(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.intValueExact();
    }
    return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
  }
}
