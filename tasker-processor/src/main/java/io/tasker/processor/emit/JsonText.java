package io.tasker.processor.emit;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as people lay it out: an indent of two blanks, short lists of scalars on one line.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /** Returns a value of maps, lists, texts, numbers, booleans and null as a file has it. */
  static String of(Object value) {
    JsonText json = new JsonText();
    json.write(value, "");
    return json.text.append('\n').toString();
  }

  private void write(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      writeAll('{', map.entrySet().iterator(), '}', indent, false);
    } else if (value instanceof List<?> list) {
      writeAll('[', list.iterator(), ']', indent, list.stream().allMatch(JsonText::isScalar));
    } else if (value instanceof Map.Entry<?, ?> field) {
      quote(field.getKey().toString());
      text.append(": ");
      write(field.getValue(), indent);
    } else if (value instanceof Boolean || isFinite(value)) {
      text.append(value);
    } else if (value == null || value instanceof Number) {
      text.append("null");
    } else {
      quote(value.toString());
    }
  }

  private void writeAll(
      char open, Iterator<?> items, char close, String indent, boolean onOneLine) {
    text.append(open);
    String inner = indent + "  ";
    boolean isEmpty = !items.hasNext();
    String gap = onOneLine ? "" : "\n" + inner;
    while (items.hasNext()) {
      text.append(gap);
      write(items.next(), inner);
      gap = onOneLine ? ", " : ",\n" + inner;
    }
    text.append(isEmpty || onOneLine ? "" : "\n" + indent).append(close);
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  /** Returns whether a value is a number that JSON has: YAML has infinity, too. */
  private static boolean isFinite(Object value) {
    return value instanceof Number number
        && !Double.isNaN(number.doubleValue())
        && !(number instanceof Double infinite && infinite.isInfinite());
  }

  private void quote(String value) {
    text.append('"');
    value.chars().forEach(letter -> escape((char) letter));
    text.append('"');
  }

  private void escape(char letter) {
    switch (letter) {
      case '"', '\\' -> text.append('\\').append(letter);
      case '\n' -> text.append("\\n");
      default -> {
        if (letter < ' ' || Character.isSurrogate(letter)) {
          text.append("\\u%04x".formatted((int) letter));
        } else {
          text.append(letter);
        }
      }
    }
  }
}
