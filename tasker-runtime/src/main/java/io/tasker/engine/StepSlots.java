package io.tasker.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many attempts run at once. An attempt waits without a thread until a slot is free.
 * Those that wait are bounded by the steps of the live tasks.
 */
final class StepSlots {
  private final Executor executor;
  private final AtomicInteger free;
  private final WaitingAttempts waiting = new WaitingAttempts();

  StepSlots(Executor executor, int slots) {
    this.executor = executor;
    this.free = new AtomicInteger(slots);
  }

  /** Runs an attempt when a slot is free. */
  void submit(StepAttempt attempt, RunLoop loop) {
    if (waiting.isEmpty() && tryTake()) {
      execute(attempt, loop);
      return;
    }
    waiting.add(attempt);
    fill(loop);
  }

  /** Gives back the slot of an attempt that has ended or was stopped. */
  void release(RunLoop loop) {
    free.incrementAndGet();
    fill(loop);
  }

  /** Lets an attempt wait no longer, because it was stopped before it began. */
  void forget(StepAttempt attempt) {
    if (!waiting.isEmpty()) {
      waiting.remove(attempt);
    }
  }

  /** Returns whether attempts wait for a slot. */
  boolean areWanted() {
    return !waiting.isEmpty();
  }

  int waiting() {
    return waiting.size();
  }

  /** Runs an attempt that has a slot; returns whether the executor gave it back to this thread. */
  boolean execute(StepAttempt attempt, RunLoop loop) {
    attempt.offeredBy(Thread.currentThread());
    try {
      executor.execute(attempt);
    } catch (Throwable e) {
      // Not only a rejection: an application's executor may be out of threads or memory.
      attempt.rejected(e);
      loop.add(attempt);
      return false;
    }
    boolean isHandedBack = attempt.wasHandedBack();
    if (isHandedBack) {
      loop.add(attempt);
    }
    return isHandedBack;
  }

  private void fill(RunLoop loop) {
    while (!waiting.isEmpty() && tryTake()) {
      StepAttempt next = waiting.poll();
      if (next == null) {
        // Somebody else took it; look again, since one may have come while the slot was held.
        free.incrementAndGet();
      } else {
        execute(next, loop);
      }
    }
  }

  private boolean tryTake() {
    int current = free.get();
    while (current > 0) {
      if (free.compareAndSet(current, current - 1)) {
        return true;
      }
      current = free.get();
    }
    return false;
  }
}
