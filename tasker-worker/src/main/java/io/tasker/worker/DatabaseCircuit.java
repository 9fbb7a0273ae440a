package io.tasker.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How the database did lately. After failures everybody leaves it alone for a while, the longer the
 * more there were in a row; one success closes the circuit again.
 */
final class DatabaseCircuit {
  private static final long SHORTEST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 10_000;
  private static final int FAILURES_TO_OPEN = 3;

  private final CountDownLatch abandoned = new CountDownLatch(1);
  private final LongSupplier nanos;
  private volatile int failures;
  private volatile boolean isLost;
  private long counted;

  DatabaseCircuit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void succeeded() {
    if (failures > 0 || isLost) {
      reset();
    }
  }

  private synchronized void reset() {
    failures = 0;
    isLost = false;
  }

  /**
   * Takes note of a connection that was lost while nobody asked anything of it. Whoever asks next
   * finds out sooner or later whether the database went with it.
   */
  synchronized void lost() {
    isLost = true;
  }

  /** Takes note of a failure. Those of steps that meet the same trouble at once are one. */
  synchronized void failed() {
    long now = nanos.getAsLong();
    if (failures == 0 || now - counted >= pause().toNanos()) {
      failures++;
      counted = now;
    }
  }

  boolean isOpen() {
    return isLost || failures >= FAILURES_TO_OPEN;
  }

  /** Returns how long to wait before the next try; zero if all is well. */
  Duration pause() {
    int count = failures;
    return count == 0
        ? Duration.ZERO
        : Duration.ofMillis(Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(count - 1, 10)));
  }

  /** Waits before the next try; returns false if nobody should try any more. */
  boolean awaitNextTry() {
    try {
      return !abandoned.await(pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends all waits: what is not stored by now will not be. */
  void abandon() {
    abandoned.countDown();
  }
}
