package io.tasker.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a step's configuration into the base URL of an API. */
final class BaseUrl {
  private static final Pattern KEY = Pattern.compile("\\$\\{config\\.([^}]*)}");

  private BaseUrl() {}

  /** Returns the configuration keys that a base URL needs, in order. */
  static List<String> keys(String pattern) {
    return KEY.matcher(pattern).results().map(key -> key.group(1)).toList();
  }

  /**
   * Returns the base URL with the values of the configuration.
   *
   * @throws BindingException if the configuration lacks a key; the message names all it has
   */
  static String of(String pattern, BindingPlanner.Step step, String reader) {
    Map<String, Object> config = step.config();
    StringBuilder url = new StringBuilder();
    Matcher keys = KEY.matcher(pattern);
    while (keys.find()) {
      Object value = config.get(keys.group(1));
      if (value == null) {
        throw new BindingException(
            "%s needs configuration key '%s' for the API at %s; there: %s. Give it with %s"
                .formatted(
                    reader,
                    keys.group(1),
                    pattern,
                    config.isEmpty() ? "none" : String.join(", ", config.keySet()),
                    step.configPlace()),
            "",
            "",
            null);
      }
      keys.appendReplacement(url, Matcher.quoteReplacement(value.toString()));
    }
    return keys.appendTail(url).toString();
  }
}
