package io.tasker.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An attempt, of which this settles who decides the outcome: the thread that runs it, the stage it
 * waits for, or whoever stops it. Exactly one of them wins.
 */
abstract class Attempt {
  private static final int NEW = 0;
  private static final int RUNNING = 1;
  private static final int PARKED = 2;
  private static final int ENDED = 3;
  private static final int INTERRUPTING = 4;
  private static final int STOPPED = 5;
  private static final VarHandle PHASE;

  static {
    try {
      PHASE = MethodHandles.lookup().findVarHandle(Attempt.class, "phase", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int phase;
  private @Nullable Thread thread;

  /** Starts on the current thread; returns false if it was stopped before. */
  final boolean tryBegin() {
    thread = Thread.currentThread();
    return PHASE.compareAndSet(this, NEW, RUNNING);
  }

  /** Leaves the thread to wait for a stage; returns false if it was stopped. */
  final boolean tryPark() {
    return PHASE.compareAndSet(this, RUNNING, PARKED);
  }

  /** Ends with the handler's own outcome; returns false if it was stopped, which wins. */
  final boolean tryEnd() {
    if (PHASE.compareAndSet(this, RUNNING, ENDED) || PHASE.compareAndSet(this, PARKED, ENDED)) {
      return true;
    }
    if (thread == Thread.currentThread()) {
      // The interrupt was meant for the handler; it must not reach what the thread does next.
      while (phase == INTERRUPTING) {
        Thread.onSpinWait();
      }
      Thread.interrupted();
    }
    return false;
  }

  final boolean isStopped() {
    int current = phase;
    return current == INTERRUPTING || current == STOPPED;
  }

  /**
   * Stops it, interrupting the handler; returns true if it had begun and had not ended, so that its
   * slot is now the caller's.
   */
  final boolean tryStop() {
    if (PHASE.compareAndSet(this, NEW, STOPPED)) {
      return false;
    }
    if (PHASE.compareAndSet(this, PARKED, STOPPED)) {
      return true;
    }
    Thread running = thread;
    if (running != null && PHASE.compareAndSet(this, RUNNING, INTERRUPTING)) {
      running.interrupt();
      phase = STOPPED;
      return true;
    }
    // It may have parked in between.
    return PHASE.compareAndSet(this, PARKED, STOPPED);
  }
}
