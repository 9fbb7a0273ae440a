package io.tasker.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's clock and one daemon thread, which only reports that a wait is over. */
final class SystemTimer implements EngineTimer, AutoCloseable {
  private final ScheduledThreadPoolExecutor executor;

  SystemTimer() {
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            action -> {
              Thread thread = new Thread(action, "tasker-timer");
              thread.setDaemon(true);
              return thread;
            });
    // Nearly all timeouts are called off; they must not pile up until their time comes.
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable action) {
    var scheduled =
        executor.schedule(action, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
