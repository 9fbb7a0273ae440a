package io.tasker.worker.database;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON without the character NUL, which PostgreSQL's jsonb cannot hold. */
public final class NulFree {
  private static final String NUL = "\u0000";

  private NulFree() {}

  /**
   * Removes the character.
   *
   * @param tree the tree
   * @return the tree itself if there is no NUL in it, else a copy without
   */
  public static JsonNode copy(JsonNode tree) {
    return has(tree) ? strip(tree) : tree;
  }

  private static boolean has(JsonNode node) {
    if (node.isString()) {
      return node.asString().contains(NUL);
    }
    if (node.isObject()) {
      return node.properties().stream()
          .anyMatch(field -> field.getKey().contains(NUL) || has(field.getValue()));
    }
    return node.isArray() && node.valueStream().anyMatch(NulFree::has);
  }

  private static JsonNode strip(JsonNode node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node.isString()) {
      return nodes.stringNode(node.asString().replace(NUL, ""));
    }
    if (node.isObject()) {
      ObjectNode copy = nodes.objectNode();
      node.properties()
          .forEach(field -> copy.set(field.getKey().replace(NUL, ""), strip(field.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = nodes.arrayNode();
      node.forEach(element -> copy.add(strip(element)));
      return copy;
    }
    return node;
  }
}
