package io.tasker.template.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shortest cycle for each strongly connected group.
 *
 * <p>Groups are found by Kosaraju's algorithm. The shortest cycle of a group is the shortest of
 * breadth-first searches from each of its steps, in alphabetical order. That is quadratic in the
 * group, so the searches share a budget of visited edges; beyond it, in groups of thousands of
 * steps, the cycle is the shortest through the steps searched so far.
 */
final class Cycles {
  private static final int BUDGET = 1_000_000;

  private final WorkflowGraph graph;

  Cycles(WorkflowGraph graph) {
    this.graph = graph;
  }

  List<List<String>> find() {
    List<List<String>> cycles = new ArrayList<>();
    for (Set<String> group : groups()) {
      if (group.size() > 1 || graph.dependencies(group.iterator().next()).containsAll(group)) {
        cycles.add(rotate(shortest(group)));
      }
    }
    cycles.sort(Comparator.comparing(cycle -> cycle.get(0)));
    return List.copyOf(cycles);
  }

  private List<Set<String>> groups() {
    List<String> finished = byFinish();
    Collections.reverse(finished);
    Set<String> grouped = new HashSet<>();
    List<Set<String>> groups = new ArrayList<>();
    for (String start : finished) {
      if (!grouped.add(start)) {
        continue;
      }
      Set<String> group = new HashSet<>(Set.of(start));
      Deque<String> queue = new ArrayDeque<>(group);
      while (!queue.isEmpty()) {
        for (String next : graph.dependents(queue.remove())) {
          if (grouped.add(next)) {
            group.add(next);
            queue.add(next);
          }
        }
      }
      groups.add(group);
    }
    return groups;
  }

  /** The steps in the order in which a depth-first search along dependencies leaves them. */
  private List<String> byFinish() {
    record Visit(String step, Iterator<String> next) {}
    List<String> finished = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Visit> stack = new ArrayDeque<>();
    for (String root : graph.steps()) {
      if (seen.add(root)) {
        stack.push(new Visit(root, graph.dependencies(root).iterator()));
      }
      while (!stack.isEmpty()) {
        Visit visit = stack.element();
        if (!visit.next().hasNext()) {
          finished.add(stack.pop().step());
          continue;
        }
        String next = visit.next().next();
        if (seen.add(next)) {
          stack.push(new Visit(next, graph.dependencies(next).iterator()));
        }
      }
    }
    return finished;
  }

  private List<String> shortest(Set<String> group) {
    List<String> best = List.of();
    int visited = 0;
    for (String start : group.stream().sorted().toList()) {
      if (!best.isEmpty() && visited > BUDGET) {
        break;
      }
      Map<String, String> cameFrom = new HashMap<>();
      Deque<String> queue = new ArrayDeque<>(List.of(start));
      while (!queue.isEmpty() && !cameFrom.containsKey(start)) {
        String step = queue.remove();
        for (String next : graph.dependencies(step)) {
          visited++;
          if (group.contains(next) && cameFrom.putIfAbsent(next, step) == null) {
            queue.add(next);
          }
        }
      }
      List<String> cycle = walkBack(start, cameFrom);
      best = best.isEmpty() || cycle.size() < best.size() ? cycle : best;
    }
    return best;
  }

  private static List<String> walkBack(String start, Map<String, String> cameFrom) {
    List<String> cycle = new ArrayList<>();
    String step = start;
    do {
      step = cameFrom.get(step);
      cycle.add(step);
    } while (!step.equals(start));
    Collections.reverse(cycle);
    return cycle;
  }

  private static List<String> rotate(List<String> cycle) {
    List<String> rotated = new ArrayList<>(cycle);
    Collections.rotate(rotated, -cycle.indexOf(Collections.min(cycle)));
    return List.copyOf(rotated);
  }
}
