package io.tasker.engine;

import io.tasker.TaskHandle;
import io.tasker.TaskRejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tasks that have not ended: bounds their number and lets a closing engine wait for them. */
final class LiveTasks {
  private final int bound;
  private final Map<UUID, LocalTask> tasks = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Object lock = new Object();
  private volatile boolean isClosed;
  private volatile @Nullable String cancelReason;

  LiveTasks(int bound) {
    this.bound = bound;
  }

  /**
   * Takes a place for a task.
   *
   * @throws TaskRejectedException if there is none, or no more tasks are accepted
   */
  void enter() {
    if (count.incrementAndGet() > bound) {
      leave();
      throw new TaskRejectedException(
          "The engine runs %d tasks, as many as it may: try again later or raise maxLiveTasks"
              .formatted(bound),
          false);
    }
    // After taking the place: whoever closes sees the place, or this sees that it is closed.
    if (isClosed) {
      leave();
      throw new TaskRejectedException("The engine is closed and accepts no tasks", true);
    }
  }

  Optional<TaskHandle> find(UUID task) {
    return Optional.ofNullable(tasks.get(task));
  }

  /** Shows a task that has a place; one that comes while the engine cancels all is cancelled. */
  void add(LocalTask task) {
    tasks.put(task.id(), task);
    String reason = cancelReason;
    if (reason != null) {
      task.cancel(reason);
    }
  }

  void remove(LocalTask task) {
    tasks.remove(task.id());
    leave();
  }

  /** Gives back a place. */
  void leave() {
    if (count.decrementAndGet() == 0 && isClosed) {
      synchronized (lock) {
        lock.notifyAll();
      }
    }
  }

  /** Accepts no more tasks; returns whether it still did. */
  boolean close() {
    synchronized (lock) {
      boolean wasOpen = !isClosed;
      isClosed = true;
      return wasOpen;
    }
  }

  /** Waits until no task is left; returns false if the time is over before. */
  boolean awaitNone(Duration bound) throws InterruptedException {
    // Half of what a long holds, so that sums with it do not overflow.
    long nanos = Math.min(TimeUnit.NANOSECONDS.convert(bound), Long.MAX_VALUE / 2);
    long deadline = System.nanoTime() + nanos;
    synchronized (lock) {
      while (count.get() > 0) {
        long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        lock.wait(millis);
      }
      return true;
    }
  }

  /** Cancels all tasks, those included that are being accepted. */
  void cancelAll(String reason) {
    cancelReason = reason;
    tasks.values().forEach(task -> task.cancel(reason));
  }
}
