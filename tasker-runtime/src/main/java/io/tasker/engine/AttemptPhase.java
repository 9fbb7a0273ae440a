package io.tasker.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Settles who decides the outcome of an attempt: the thread that runs it, the stage it waits for,
 * or whoever stops it. Exactly one of them wins.
 */
final class AttemptPhase {
  private static final int NEW = 0;
  private static final int RUNNING = 1;
  private static final int PARKED = 2;
  private static final int ENDED = 3;
  private static final int INTERRUPTING = 4;
  private static final int STOPPED = 5;
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(AttemptPhase.class, "value", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int value;
  private @Nullable Thread thread;

  /** Starts on the current thread; returns false if it was stopped before. */
  boolean begin() {
    thread = Thread.currentThread();
    return VALUE.compareAndSet(this, NEW, RUNNING);
  }

  /** Leaves the thread to wait for a stage; returns false if it was stopped. */
  boolean park() {
    return VALUE.compareAndSet(this, RUNNING, PARKED);
  }

  /** Ends with the handler's own outcome; returns false if it was stopped, which wins. */
  boolean end() {
    if (VALUE.compareAndSet(this, RUNNING, ENDED) || VALUE.compareAndSet(this, PARKED, ENDED)) {
      return true;
    }
    if (thread == Thread.currentThread()) {
      // The interrupt was meant for the handler; it must not reach what the thread does next.
      while (value == INTERRUPTING) {
        Thread.onSpinWait();
      }
      Thread.interrupted();
    }
    return false;
  }

  boolean isStopped() {
    int current = value;
    return current == INTERRUPTING || current == STOPPED;
  }

  /**
   * Stops it, interrupting the handler; returns true if it had begun and had not ended, so that its
   * slot is now the caller's.
   */
  boolean stop() {
    if (VALUE.compareAndSet(this, NEW, STOPPED)) {
      return false;
    }
    if (VALUE.compareAndSet(this, PARKED, STOPPED)) {
      return true;
    }
    Thread running = thread;
    if (running != null && VALUE.compareAndSet(this, RUNNING, INTERRUPTING)) {
      running.interrupt();
      value = STOPPED;
      return true;
    }
    // It may have parked in between.
    return VALUE.compareAndSet(this, PARKED, STOPPED);
  }
}
