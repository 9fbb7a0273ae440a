package io.tasker.processor.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the JSON a default value is written in. */
public final class JsonLiteral {

  /**
   * What was read.
   *
   * @param value a text, a {@link BigInteger} for a number without point and exponent, a {@link
   *     BigDecimal} for one with them, a boolean, null, a list or a map of these
   */
  public record Value(@Nullable Object value) {}

  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private int next;

  private JsonLiteral(String text) {
    this.text = text;
  }

  /** Returns the value, or empty if the text is not JSON or has a field twice in one object. */
  public static Optional<Value> parse(String text) {
    JsonLiteral literal = new JsonLiteral(text);
    try {
      Object value = literal.value();
      literal.skipSpace();
      return literal.next == text.length() ? Optional.of(new Value(value)) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private @Nullable Object value() {
    skipSpace();
    if (next >= text.length()) {
      throw new Malformed();
    }
    return switch (text.charAt(next)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    next++;
    while (!taken('}')) {
      if (!object.isEmpty()) {
        take(',');
      }
      skipSpace();
      String key = string();
      take(':');
      if (object.containsKey(key)) {
        throw new Malformed();
      }
      object.put(key, value());
    }
    return object;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    next++;
    while (!taken(']')) {
      if (!array.isEmpty()) {
        take(',');
      }
      array.add(value());
    }
    return array;
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (next < text.length() && text.charAt(next) != '"') {
      char letter = text.charAt(next++);
      string.append(letter == '\\' ? escaped() : letter);
    }
    take('"');
    return string.toString();
  }

  private char escaped() {
    if (next >= text.length()) {
      throw new Malformed();
    }
    char letter = text.charAt(next++);
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Malformed();
    };
  }

  private char unicode() {
    if (next + 4 > text.length()) {
      throw new Malformed();
    }
    String digits = text.substring(next, next + 4);
    next += 4;
    if (!digits.matches("[0-9A-Fa-f]{4}")) {
      throw new Malformed();
    }
    return (char) Integer.parseInt(digits, 16);
  }

  private Number number() {
    int start = next;
    while (next < text.length() && "+-.eE0123456789".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    String digits = text.substring(start, next);
    if (!digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      throw new Malformed();
    }
    return digits.matches("-?\\d+") ? new BigInteger(digits) : new BigDecimal(digits);
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, next)) {
      throw new Malformed();
    }
    next += word.length();
    return value;
  }

  private boolean taken(char letter) {
    skipSpace();
    boolean found = next < text.length() && text.charAt(next) == letter;
    if (found) {
      next++;
    }
    return found;
  }

  private void take(char letter) {
    if (!taken(letter)) {
      throw new Malformed();
    }
  }

  private void skipSpace() {
    while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
  }
}
