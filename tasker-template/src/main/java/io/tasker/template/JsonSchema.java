package io.tasker.template;

import java.util.Map;

/**
 * A JSON Schema as written: keyword to value, where a value is a text, a number, a boolean, null, a
 * list or a map of these.
 *
 * @param keywords the keywords in the order they were written
 */
public record JsonSchema(Map<String, Object> keywords) {

  /** Copies the keywords. */
  public JsonSchema {
    keywords = OpenData.copyOf(keywords);
  }
}
