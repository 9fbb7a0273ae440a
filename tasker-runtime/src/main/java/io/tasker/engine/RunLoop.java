package io.tasker.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The attempts one thread runs one after the other. What becomes ready on the way is appended
 * instead of called, so that the stack does not grow with the depth of a workflow, not even on an
 * executor that runs everything at once on the caller's thread.
 */
final class RunLoop {
  private final StepSlots slots;
  private final boolean isWorker;
  private final Queue<StepAttempt> queue = new ArrayDeque<>(4);
  private boolean hasSlot;

  /**
   * Creates the loop of a thread.
   *
   * @param slots the slots
   * @param isWorker true on a thread of the executor; others only hand attempts over to it
   */
  RunLoop(StepSlots slots, boolean isWorker) {
    this.slots = slots;
    this.isWorker = isWorker;
  }

  /** Appends an attempt that has a slot and is to run on this thread. */
  void add(StepAttempt attempt) {
    queue.add(attempt);
  }

  /** Runs an attempt as soon as it may: the first on the slot of the one that ended here. */
  void ready(StepAttempt attempt) {
    if (!hasSlot) {
      slots.submit(attempt, this);
    } else {
      hasSlot = false;
      if (isWorker) {
        queue.add(attempt);
      } else {
        slots.execute(attempt, this);
      }
    }
  }

  /** Holds the slot of an attempt that has ended, for the next one that becomes ready. */
  void holdSlot() {
    hasSlot = true;
  }

  /** Gives back the slot that nothing took over. */
  void releaseHeld() {
    if (hasSlot) {
      hasSlot = false;
      slots.release(this);
    }
  }

  /** Gives back the slot of an attempt that was stopped. */
  void releaseSlot() {
    slots.release(this);
  }

  /** Runs attempts until none is left. */
  void run() {
    @Nullable StepAttempt attempt = queue.poll();
    while (attempt != null) {
      attempt.perform(this);
      attempt = queue.poll();
    }
  }
}
