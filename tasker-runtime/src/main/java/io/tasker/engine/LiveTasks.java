package io.tasker.engine;

import io.tasker.TaskRejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that have not ended: bounds their number and lets a closing engine wait for them. */
final class LiveTasks {
  private final int bound;
  private final Map<UUID, LocalTask> tasks = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private int count;
  private boolean isClosed;

  LiveTasks(int bound) {
    this.bound = bound;
  }

  /**
   * Takes a place for a task.
   *
   * @throws TaskRejectedException if there is none, or no more tasks are accepted
   */
  void enter() {
    synchronized (lock) {
      if (isClosed) {
        throw new TaskRejectedException("The engine is closed and accepts no tasks", true);
      }
      if (count >= bound) {
        throw new TaskRejectedException(
            "The engine runs %d tasks, as many as it may: try again when some have ended, or raise maxLiveTasks"
                .formatted(bound),
            false);
      }
      count++;
    }
  }

  void add(LocalTask task) {
    tasks.put(task.id(), task);
  }

  void remove(LocalTask task) {
    tasks.remove(task.id());
    leave();
  }

  /** Gives back a place. */
  void leave() {
    synchronized (lock) {
      count--;
      if (count == 0) {
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
    long deadline = System.nanoTime() + bound.toNanos();
    synchronized (lock) {
      while (count > 0) {
        long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        lock.wait(millis);
      }
      return true;
    }
  }

  void cancelAll(String reason) {
    tasks.values().forEach(task -> task.cancel(reason));
  }
}
