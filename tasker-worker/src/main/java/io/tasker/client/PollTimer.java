package io.tasker.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Makes the pauses between looks at a cluster. */
@FunctionalInterface
interface PollTimer {

  /** Runs something once, after a pause. */
  void after(Duration pause, Runnable action);

  /** Returns the timer that all of this JVM share; it has one daemon thread. */
  static PollTimer system() {
    return (pause, action) ->
        CompletableFuture.delayedExecutor(TimeUnit.NANOSECONDS.convert(pause), TimeUnit.NANOSECONDS)
            .execute(action);
  }
}
