package io.tasker.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which steps of a plan are above or below which, directly or not. Looked for when somebody asks:
 * kept for each step, it would take the square of a long workflow.
 */
final class Ancestry {
  private final List<StepPlan> steps;

  /**
   * Creates it.
   *
   * @param steps the steps by index
   */
  Ancestry(List<StepPlan> steps) {
    this.steps = steps;
  }

  /** Returns the steps above a step. */
  BitSet above(StepPlan step) {
    return reached(step, StepPlan::dependencies);
  }

  /** Returns the steps below a step. */
  BitSet below(StepPlan step) {
    return reached(step, StepPlan::dependents);
  }

  /** Returns the indexes of the steps above a step by name, ordered by name. */
  Map<String, Integer> aboveByName(StepPlan step) {
    Map<String, Integer> byName = new TreeMap<>();
    above(step).stream().forEach(index -> byName.put(steps.get(index).name(), index));
    return byName;
  }

  private BitSet reached(StepPlan from, Function<StepPlan, Collection<Integer>> edges) {
    BitSet reached = new BitSet();
    Deque<StepPlan> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (int next : edges.apply(open.remove())) {
        if (!reached.get(next)) {
          reached.set(next);
          open.add(steps.get(next));
        }
      }
    }
    return reached;
  }

  /** Returns whether a step is above another one; finds near ones first. */
  boolean isAbove(int above, StepPlan step) {
    BitSet seen = new BitSet();
    List<StepPlan> open = new ArrayList<>(List.of(step));
    for (int i = 0; i < open.size(); i++) {
      List<Integer> needed = open.get(i).dependencies();
      if (needed.contains(above)) {
        return true;
      }
      for (int next : needed) {
        if (!seen.get(next)) {
          seen.set(next);
          open.add(steps.get(next));
        }
      }
    }
    return false;
  }
}
