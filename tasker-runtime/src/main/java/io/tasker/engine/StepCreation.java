package io.tasker.engine;

import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which steps of a plan exist at the start, and which come into being with a decision or with
 * batches. The rules are Tasker Core's, with one addition: what is below a decision that was itself
 * just created waits for that decision.
 */
final class StepCreation {
  private static final String WORKER_KEY = "worker_template_name";

  private final List<StepPlan> steps;
  private final List<Integer> order;
  private final boolean[] initial;
  private final int[] deferred;
  private final int[][] expandingAbove;
  private final int[] workers;

  /**
   * Creates the rules of a plan.
   *
   * @param steps the steps by index
   * @param order the indexes so that each comes after its dependencies
   * @param ancestry which steps are above which
   */
  StepCreation(List<StepPlan> steps, List<Integer> order, Ancestry ancestry) {
    this.steps = steps;
    this.order = List.copyOf(order);
    this.initial = new boolean[steps.size()];
    BitSet decided = belowDecisions();
    boolean hasDecisions = steps.stream().anyMatch(step -> is(step, StepType.DECISION));
    for (StepPlan step : steps) {
      initial[step.index()] =
          !is(step, StepType.BATCH_WORKER)
              && (hasDecisions
                  ? !decided.get(step.index())
                  : !is(step, StepType.DEFERRED_CONVERGENCE));
    }
    this.deferred = indexes(StepType.DEFERRED_CONVERGENCE);
    this.expandingAbove = new int[steps.size()][];
    for (int convergence : deferred) {
      expandingAbove[convergence] =
          ancestry.above(steps.get(convergence)).stream().filter(this::isExpanding).toArray();
    }
    this.workers = new int[steps.size()];
    Arrays.fill(workers, -1);
    for (int batchable : indexes(StepType.BATCHABLE)) {
      workers[batchable] = findWorker(steps.get(batchable));
    }
  }

  private BitSet belowDecisions() {
    BitSet below = new BitSet();
    for (int index : order) {
      for (int above : steps.get(index).dependencies()) {
        if (below.get(above) || is(above, StepType.DECISION)) {
          below.set(index);
        }
      }
    }
    return below;
  }

  private int[] indexes(StepType type) {
    return IntStream.range(0, steps.size()).filter(index -> is(index, type)).toArray();
  }

  private int findWorker(StepPlan batchable) {
    List<StepPlan> below =
        batchable.dependents().stream()
            .map(steps::get)
            .filter(step -> is(step, StepType.BATCH_WORKER))
            .toList();
    Object named = batchable.definition().handler().initialization().get(WORKER_KEY);
    return below.stream()
        .filter(step -> named == null ? below.size() == 1 : step.name().equals(named))
        .mapToInt(StepPlan::index)
        .filter(worker -> Arrays.stream(workers).noneMatch(taken -> taken == worker))
        .findFirst()
        .orElse(-1);
  }

  /** Returns the batchable steps that have no batch worker to themselves. */
  List<String> withoutWorker() {
    return Arrays.stream(indexes(StepType.BATCHABLE))
        .filter(index -> workers[index] < 0)
        .mapToObj(index -> steps.get(index).name())
        .toList();
  }

  boolean isInitial(int step) {
    return initial[step];
  }

  boolean isDeferred(int step) {
    return is(step, StepType.DEFERRED_CONVERGENCE);
  }

  boolean isWorker(int step) {
    return is(step, StepType.BATCH_WORKER);
  }

  /** Returns the convergences, not to be changed. */
  int[] deferred() {
    return deferred;
  }

  /** Returns the decisions and plans above a convergence, not to be changed. */
  int[] expandingAbove(int convergence) {
    return expandingAbove[convergence];
  }

  /** Returns the worker step of a batchable step. */
  int worker(int batchable) {
    return workers[batchable];
  }

  /** Returns the batchable step of a worker step, or -1 if it has none. */
  int analyzer(int worker) {
    return IntStream.range(0, workers.length)
        .filter(index -> workers[index] == worker)
        .findFirst()
        .orElse(-1);
  }

  /** Returns whether a step may bring about further steps. */
  boolean isExpanding(int step) {
    return is(step, StepType.DECISION) || is(step, StepType.BATCHABLE);
  }

  /**
   * Returns the steps that come into being.
   *
   * @param seeds the chosen steps, or the worker step of which there are batches now
   * @param exists whether a step exists already
   * @return the indexes, in order; with the seeds, but without worker steps
   */
  List<Integer> created(Collection<Integer> seeds, IntPredicate exists) {
    BitSet reached = new BitSet();
    BitSet undecided = new BitSet();
    List<Integer> created = new ArrayList<>();
    for (int index : order) {
      boolean isSeed = seeds.contains(index);
      if (isSeed || follows(steps.get(index), seeds, reached, undecided)) {
        reached.set(index);
        if (is(index, StepType.DECISION)) {
          undecided.set(index);
        }
        if (!isWorker(index) && !exists.test(index)) {
          created.add(index);
        }
      } else if (needs(steps.get(index), undecided)) {
        undecided.set(index);
      }
    }
    created.sort(null);
    return created;
  }

  // A convergence comes with any of what it brings together; others only if nothing they need is
  // still to be decided.
  private boolean follows(
      StepPlan step, Collection<Integer> seeds, BitSet reached, BitSet undecided) {
    if (isDeferred(step.index())) {
      return step.dependencies().stream()
          .anyMatch(above -> reached.get(above) && (!isWorker(above) || seeds.contains(above)));
    }
    return needs(step, reached) && !needs(step, undecided);
  }

  private static boolean needs(StepPlan step, BitSet above) {
    return step.dependencies().stream().anyMatch(above::get);
  }

  private boolean is(int step, StepType type) {
    return is(steps.get(step), type);
  }

  private static boolean is(StepPlan step, StepType type) {
    StepDefinition definition = step.definition();
    return definition.type() == type;
  }
}
