package io.tasker.engine;

import io.tasker.TaskState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of one task: why it came, who learns of it, and how an operator takes it back. Of the
 * thread that has the task, but for what others wait for.
 */
final class TaskEnding {
  private static final Logger LOG = LoggerFactory.getLogger(TaskDriver.class);

  private final LocalTask task;
  private final TaskJournal journal;
  private final TaskReporter reporter;
  private final LiveTasks live;
  private final TaskCompletion completion;
  private @Nullable String reason;
  private boolean isDue;

  TaskEnding(LocalTask task, TaskJournal journal, TaskReporter reporter, LiveTasks live) {
    this.task = task;
    this.journal = journal;
    this.reporter = reporter;
    this.live = live;
    this.completion = new TaskCompletion(task.runtime().threads());
  }

  TaskCompletion completion() {
    return completion;
  }

  /** Takes note why the task is about to end. */
  void cancelled(String why) {
    reason = "cancelled: " + why;
  }

  /** Takes note that the machine has ended the task. */
  void ended(TaskState state) {
    isDue = true;
    journal.end(state);
  }

  /** Takes note that the task cannot go on, whatever its machine says. */
  void givenUp(Throwable cause) {
    LOG.error("{}: given up", task, cause);
    reason = "given up: " + cause;
    isDue = true;
    try {
      journal.end(TaskState.ERROR);
    } catch (Throwable e) {
      LOG.error("{}: the store keeps a task that was given up", task, e);
    }
  }

  /** Returns how to tell those who wait, if the task has just ended; else null. */
  @Nullable Runnable take(TaskState state) {
    if (!isDue) {
      return null;
    }
    isDue = false;
    LocalTaskResult result = new LocalTaskResult(task, state, reason);
    try {
      reporter.taskEnded(state, result.failure().orElse(""));
    } catch (Throwable e) {
      // The timer is foreign code, and the end must not be lost with its last report.
      LOG.error("{}: the end was not reported", task, e);
    }
    live.remove(task);
    return completion.end(result);
  }

  /**
   * Takes a task in again that has ended in error.
   *
   * @throws IllegalStateException if it was given up
   * @throws io.tasker.TaskRejectedException if the engine has no place for it
   * @throws UnsupportedOperationException if the store keeps no tasks that have ended
   */
  void reopen() {
    if (!completion.isReopenable()) {
      throw new IllegalStateException(task + " was " + reason);
    }
    live.enter();
    try {
      journal.reopen();
    } catch (Throwable e) {
      live.leave();
      throw e;
    }
    live.add(task);
    completion.reopen();
  }
}
