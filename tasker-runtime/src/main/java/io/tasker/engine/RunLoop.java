package io.tasker.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The attempts one thread runs one after the other. What becomes ready on the way is appended
 * instead of called, so that the stack does not grow with the depth of a workflow, not even on an
 * executor that runs everything at once on the caller's thread.
 */
final class RunLoop {
  private final StepSlots slots;
  private final boolean isWorker;
  // Linked through the attempts themselves, since each waits on one thread at most.
  private @Nullable StepAttempt first;
  private @Nullable StepAttempt last;
  private boolean hasSlot;
  // Who waits for tasks that ended here; mostly nobody.
  private @Nullable Deque<Runnable> waiting;

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
    if (last == null) {
      first = attempt;
    } else {
      last.follower = attempt;
    }
    last = attempt;
  }

  private @Nullable StepAttempt poll() {
    StepAttempt attempt = first;
    if (attempt != null) {
      first = attempt.follower;
      attempt.follower = null;
      if (first == null) {
        last = null;
      }
    }
    return attempt;
  }

  /**
   * Runs an attempt as soon as it may: the first on the slot of the one that ended here. Returns
   * whether it is the next one on this thread.
   */
  boolean ready(StepAttempt attempt) {
    if (!hasSlot) {
      slots.submit(attempt, this);
      return false;
    }
    hasSlot = false;
    boolean isNext = first == null;
    if (isWorker) {
      add(attempt);
      return isNext;
    }
    return slots.execute(attempt, this) && isNext;
  }

  /** Holds the slot of an attempt that has ended, for the next one that becomes ready. */
  void holdSlot() {
    hasSlot = true;
  }

  /** Gives back the held slot if somebody waits for one. */
  void letOthersGoFirst() {
    if (slots.areWanted()) {
      releaseHeld();
    }
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

  /** Takes away the interrupt that a handler left behind, which is not for what comes next here. */
  void endHandler() {
    if (isWorker) {
      Thread.interrupted();
    }
  }

  /** Tells those who wait for a task that it has ended, once this thread holds no slot for it. */
  void tellLater(Runnable whoWaits) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(whoWaits);
  }

  private void tell() {
    while (waiting != null && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Runs attempts until none is left. */
  void run() {
    tell();
    @Nullable StepAttempt attempt = poll();
    while (attempt != null) {
      attempt.perform(this);
      tell();
      attempt = poll();
    }
  }
}
