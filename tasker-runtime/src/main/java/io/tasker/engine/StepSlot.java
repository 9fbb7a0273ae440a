package io.tasker.engine;

import io.tasker.StepState;

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

  StepSlot(StepPlan plan, boolean exists, int missing) {
    this.plan = plan;
    this.exists = exists;
    this.missing = missing;
  }
}
