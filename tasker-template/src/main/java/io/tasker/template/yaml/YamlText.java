package io.tasker.template.yaml;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Data as YAML text in block style, with the spacing of a careful author. */
final class YamlText {
  private static final int LONGEST_LINE = 90;

  private final StringBuilder text = new StringBuilder();

  String document(Map<String, Object> keys) {
    boolean wasSection = false;
    for (Map.Entry<String, Object> entry : keys.entrySet()) {
      // A section, that is a value of several lines, stands apart from what is around it.
      boolean isSection = isBlock(entry.getValue());
      text.append(!text.isEmpty() && (isSection || wasSection) ? "\n" : "");
      if (isSection && isListOfMappings(entry.getValue())) {
        text.append(entry.getKey()).append(":\n");
        spacedItems((List<?>) entry.getValue());
      } else {
        entry(entry.getKey(), entry.getValue(), 0);
      }
      wasSection = isSection;
    }
    return text.toString();
  }

  private void spacedItems(List<?> items) {
    Iterator<?> remaining = items.iterator();
    while (remaining.hasNext()) {
      item(remaining.next(), 2);
      text.append(remaining.hasNext() ? "\n" : "");
    }
  }

  private void entries(Map<?, ?> mapping, int indent) {
    mapping.forEach((key, value) -> entry((String) key, value, indent));
  }

  private void entry(String key, @Nullable Object value, int indent) {
    text.append(" ".repeat(indent)).append(ScalarText.key(key, indent)).append(':');
    value(value, indent);
  }

  private void item(@Nullable Object value, int indent) {
    text.append(" ".repeat(indent)).append('-');
    if (value instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
      int start = text.length();
      entries(mapping, indent + 2);
      // The first key stands on the line of the dash, in the column of the others.
      text.replace(start, start + indent + 2, " ");
    } else {
      value(value, indent);
    }
  }

  private void value(@Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
      text.append('\n');
      entries(mapping, indent + 2);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      Optional<String> line = onOneLine(list, indent);
      if (line.isPresent()) {
        text.append(' ').append(line.get()).append('\n');
      } else {
        text.append('\n');
        list.forEach(item -> item(item, indent + 2));
      }
    } else {
      text.append(' ').append(scalar(value, indent)).append('\n');
    }
  }

  /** Short lists of scalars read best as {@code [a, b]}. */
  private static Optional<String> onOneLine(List<?> list, int indent) {
    if (list.stream().anyMatch(item -> item instanceof Map || item instanceof List)) {
      return Optional.empty();
    }
    String line = list.stream().map(ScalarText::inline).collect(Collectors.joining(", ", "[", "]"));
    return indent + line.length() <= LONGEST_LINE ? Optional.of(line) : Optional.empty();
  }

  private static boolean isBlock(Object value) {
    return value instanceof Map<?, ?> mapping
        ? !mapping.isEmpty()
        : value instanceof List<?> list && !list.isEmpty() && onOneLine(list, 0).isEmpty();
  }

  private static boolean isListOfMappings(Object value) {
    return value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
  }

  private static String scalar(@Nullable Object value, int indent) {
    if (value instanceof Map) {
      return "{}";
    }
    if (value instanceof List) {
      return "[]";
    }
    return value instanceof String string
        ? ScalarText.block(string, indent)
        : ScalarText.inline(value);
  }
}
