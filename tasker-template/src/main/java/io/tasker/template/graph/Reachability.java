package io.tasker.template.graph;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What can be reached along edges. */
final class Reachability {
  private Reachability() {}

  /** Returns what is reached from a step by one edge or more, breadth first. */
  static Set<String> from(String start, Function<String, List<String>> edges) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> queue = new ArrayDeque<>();
    queue.add(start);
    while (!queue.isEmpty()) {
      for (String next : edges.apply(queue.remove())) {
        if (reached.add(next)) {
          queue.add(next);
        }
      }
    }
    return Collections.unmodifiableSet(reached);
  }
}
