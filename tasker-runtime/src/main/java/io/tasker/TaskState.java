package io.tasker;

import java.util.Locale;

/** The states of a task, by the names of Tasker Core. */
public enum TaskState {
  /** Accepted, not started. */
  PENDING,
  /** Its steps are being created; on a cluster only. */
  INITIALIZING,
  /** Ready steps are being handed to workers; on a cluster only. */
  ENQUEUING_STEPS,
  /** At least one step is enqueued or in progress. */
  STEPS_IN_PROCESS,
  /** Results are being looked at; on a cluster only. */
  EVALUATING_RESULTS,
  /** No step is ready; on a cluster only. */
  WAITING_FOR_DEPENDENCIES,
  /** Nothing runs, and at least one step waits for its next attempt. */
  WAITING_FOR_RETRY,
  /**
   * Failed steps block all others; on a cluster only, which leaves a task so that would be in
   * {@link #ERROR} on the local engine.
   */
  BLOCKED_BY_FAILURES,
  /** All steps are complete. */
  COMPLETE,
  /** A step failed and nothing more can progress. */
  ERROR,
  /** Was cancelled. */
  CANCELLED,
  /** An operator settled it. */
  RESOLVED_MANUALLY;

  /**
   * Returns the name in Tasker Core.
   *
   * @return the name in lower_snake_case
   */
  public String coreName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether the task has ended, unless an operator intervenes.
   *
   * @return true for {@link #COMPLETE}, {@link #ERROR}, {@link #CANCELLED} and {@link
   *     #RESOLVED_MANUALLY}
   */
  public boolean isFinal() {
    return this == COMPLETE || this == ERROR || this == CANCELLED || this == RESOLVED_MANUALLY;
  }
}
