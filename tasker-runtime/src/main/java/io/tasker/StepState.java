package io.tasker;

import java.util.Locale;

/** The states of a step, by the names of Tasker Core. */
public enum StepState {
  /** Waits for the steps it depends on. */
  PENDING,
  /** Waits for a thread. */
  ENQUEUED,
  /** Its handler runs. */
  IN_PROGRESS,
  /** Its result is on the way to the orchestrator; on a cluster only. */
  ENQUEUED_FOR_ORCHESTRATION,
  /** Its failure is on the way to the orchestrator; on a cluster only. */
  ENQUEUED_AS_ERROR_FOR_ORCHESTRATION,
  /** Waits for the next attempt. */
  WAITING_FOR_RETRY,
  /** Has a result. */
  COMPLETE,
  /** Failed, and no attempt follows. */
  ERROR,
  /** Was cancelled with its task. */
  CANCELLED,
  /** An operator settled it; counts as complete. */
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
   * Returns whether steps that depend on this one may start.
   *
   * @return true for {@link #COMPLETE} and {@link #RESOLVED_MANUALLY}
   */
  public boolean satisfiesDependencies() {
    return this == COMPLETE || this == RESOLVED_MANUALLY;
  }

  /**
   * Returns whether the step has ended, unless an operator intervenes.
   *
   * @return true for {@link #COMPLETE}, {@link #ERROR}, {@link #CANCELLED} and {@link
   *     #RESOLVED_MANUALLY}
   */
  public boolean isFinal() {
    return satisfiesDependencies() || this == ERROR || this == CANCELLED;
  }
}
