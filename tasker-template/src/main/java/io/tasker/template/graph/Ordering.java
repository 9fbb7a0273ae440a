package io.tasker.template.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kahn's algorithm: takes away steps whose dependencies are all taken. */
final class Ordering {
  private final WorkflowGraph graph;

  Ordering(WorkflowGraph graph) {
    this.graph = graph;
  }

  List<String> order() {
    Map<String, Integer> waitingFor = new HashMap<>();
    graph.steps().forEach(step -> waitingFor.put(step, graph.dependencies(step).size()));
    Deque<String> ready = new ArrayDeque<>(graph.roots().stream().sorted().toList());
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String step = ready.remove();
      order.add(step);
      graph.dependents(step).stream()
          .filter(dependent -> waitingFor.merge(dependent, -1, Integer::sum) == 0)
          .sorted()
          .forEach(ready::add);
    }
    if (order.size() < graph.steps().size()) {
      throw new IllegalStateException("the steps depend on each other: " + graph.cycles());
    }
    return List.copyOf(order);
  }

  List<List<String>> levels() {
    Map<String, Integer> levelOf = new HashMap<>();
    List<List<String>> levels = new ArrayList<>();
    for (String step : order()) {
      int level =
          graph.dependencies(step).stream()
              .mapToInt(levelOf::get)
              .map(at -> at + 1)
              .max()
              .orElse(0);
      levelOf.put(step, level);
      if (level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      levels.get(level).add(step);
    }
    return levels.stream().map(List::copyOf).toList();
  }
}
