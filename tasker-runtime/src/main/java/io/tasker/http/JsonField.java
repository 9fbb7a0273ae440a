package io.tasker.http;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Where in a JSON body something is.
 *
 * @param names the names of nested objects' fields; empty for the body itself
 */
record JsonField(List<String> names) {
  static final JsonField BODY = new JsonField(List.of());

  /** Returns a field by its name, or by its path with dots. */
  static JsonField of(String path) {
    return new JsonField(List.of(path.split("\\.", -1)));
  }

  JsonNode in(JsonNode body) {
    JsonNode node = body;
    for (String name : names) {
      node = node.path(name);
    }
    return node;
  }

  @Override
  public String toString() {
    return names.isEmpty() ? "the top" : String.join(".", names);
  }
}
