package io.tasker.template.diagram;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Mermaid identifiers: the step names themselves wherever Mermaid can read them. */
final class NodeIds {
  private static final Pattern READABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that end or begin something else inside a flowchart, in any case. */
  private static final Set<String> RESERVED =
      Set.of(
          "end",
          "graph",
          "flowchart",
          "subgraph",
          "style",
          "linkstyle",
          "class",
          "classdef",
          "click",
          "default",
          "direction",
          "call",
          "href",
          "interpolate");

  private final Map<String, String> ids = new HashMap<>();

  NodeIds(Collection<String> names) {
    int number = 0;
    for (String name : names) {
      String id = name;
      while (!isReadable(id) || (!id.equals(name) && names.contains(id))) {
        id = "step" + ++number;
      }
      ids.put(name, id);
    }
  }

  String of(String name) {
    return ids.getOrDefault(name, name);
  }

  private static boolean isReadable(String id) {
    return READABLE.matcher(id).matches()
        && !RESERVED.contains(id.toLowerCase(java.util.Locale.ROOT));
  }
}
