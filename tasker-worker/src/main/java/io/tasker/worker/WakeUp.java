package io.tasker.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the loop that looks for messages. Many calls before it looks are one. */
final class WakeUp {
  private final Semaphore signal = new Semaphore(0);

  void signal() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  /** Waits for a signal, but no longer than that. */
  void await(Duration longest) throws InterruptedException {
    if (signal.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
