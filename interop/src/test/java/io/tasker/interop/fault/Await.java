package io.tasker.interop.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something holds. */
final class Await {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Await() {}

  /**
   * Waits.
   *
   * @param longest how long it may take on a busy machine
   * @param holds what to wait for
   * @param instead says what is the case instead
   */
  static void until(Duration longest, BooleanSupplier holds, Supplier<String> instead) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("After %s: %s".formatted(longest, instead.get()));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
