package io.tasker.engine;

import io.tasker.StepState;
import java.util.HashSet;
import java.util.Set;

/** One step in the state machine, whether it exists or may come into being. */
final class StepSlot {
  final StepPlan plan;
  StepState state = StepState.PENDING;
  int attempts;

  /** How much must happen before the step starts: dependencies, and its own creation. */
  int missing;

  boolean exists;

  /** Whether the handler is to be called again within the same attempt. */
  boolean isResuming;

  // The dependencies that are not there and so not waited for; nearly always none.
  private Set<Integer> absent = Set.of();

  StepSlot(StepPlan plan, boolean exists, int missing) {
    this.plan = plan;
    this.exists = exists;
    this.missing = missing;
  }

  /** Stops waiting for a dependency that does not exist. */
  void doWithout(int dependency) {
    if (absent.isEmpty()) {
      absent = new HashSet<>();
    }
    absent.add(dependency);
    missing--;
  }

  /** Waits for a dependency that has come into being after all, unless it is too late. */
  void waitAgainFor(int dependency) {
    if (state == StepState.PENDING && !absent.isEmpty() && absent.remove(dependency)) {
      missing++;
    }
  }

  /** Returns whether the end of a dependency brings this step nearer to its start. */
  boolean waitsFor(int dependency) {
    return !absent.contains(dependency);
  }
}
