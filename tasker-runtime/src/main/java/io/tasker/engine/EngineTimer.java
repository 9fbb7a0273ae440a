package io.tasker.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * The engine's sense of time. The default one is the system's; a test gives one that it moves by
 * hand. Safe for use by several threads.
 */
public interface EngineTimer {

  /**
   * Returns the time.
   *
   * @return the time
   */
  Instant now();

  /**
   * Runs something later, once.
   *
   * @param delay the wait, zero or longer
   * @param action what to run; quick, and on any thread but that of the caller of this method
   * @return a handle to call it off
   */
  Cancellable schedule(Duration delay, Runnable action);
}
