package io.tasker.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of JSON-like data whose shape a template leaves open, in the order they were written. */
final class OpenData {
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
    return value;
  }
}
