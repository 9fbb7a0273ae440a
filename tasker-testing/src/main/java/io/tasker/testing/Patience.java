package io.tasker.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts handlers that wait on the thread of the test for too long in real time. Virtual time
 * cannot end them, since it stands still while they run.
 */
final class Patience {
  private final Duration bound;
  private @Nullable IllegalStateException exhausted;

  /** A call of a handler. Guarded by itself, so that no interrupt comes after its end. */
  private static final class Watched {
    private final Thread thread = Thread.currentThread();
    private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    private boolean isInterrupted;

    /** Interrupts the handler, unless it is over; returns false if it does not wait. */
    synchronized boolean interrupt() {
      if (over.isDone()) {
        return true;
      }
      Thread.State state = thread.getState();
      // One that works, or stands at a breakpoint, will end.
      if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
        return false;
      }
      isInterrupted = true;
      thread.interrupt();
      return true;
    }

    /** Ends the call; returns true if it was interrupted. */
    synchronized boolean end() {
      over.complete(null);
      return isInterrupted;
    }
  }

  Patience(Duration bound) {
    this.bound = bound;
  }

  long nanos() {
    return TimeUnit.NANOSECONDS.convert(bound);
  }

  /** Calls a handler, which may wait as long as there is patience. */
  <T extends @Nullable Object> T watch(String step, Callable<T> handler) throws Exception {
    Watched watched = new Watched();
    lookLater(watched);
    Exception thrown = null;
    try {
      return handler.call();
    } catch (Exception e) {
      thrown = e;
      throw e;
    } finally {
      if (watched.end()) {
        Thread.interrupted();
        exhausted = new IllegalStateException(message(step), thrown);
      }
    }
  }

  /**
   * Does nothing, unless a handler was interrupted.
   *
   * @throws IllegalStateException if one was
   */
  void check() {
    if (exhausted != null) {
      throw exhausted;
    }
  }

  private void lookLater(Watched watched) {
    var unused =
        watched
            .over
            .copy()
            .orTimeout(nanos(), TimeUnit.NANOSECONDS)
            .exceptionally(
                late -> {
                  if (!watched.interrupt()) {
                    lookLater(watched);
                  }
                  return null;
                });
  }

  private String message(String step) {
    return ("Step '%s' kept the thread of the test waiting for more than %s of real time, which no"
            + " timeout in virtual time ends. Let its handler return a stage, put something in its"
            + " place, or raise waitingAtMost(...).")
        .formatted(step, bound);
  }
}
