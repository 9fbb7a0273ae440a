package io.tasker;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** A task that was accepted. Safe for use by several threads. */
public interface TaskHandle {

  /**
   * Returns the id of the task.
   *
   * @return the id
   */
  UUID id();

  /**
   * Returns the state of the task at this moment.
   *
   * @return the state
   */
  TaskState state();

  /**
   * Returns the steps as they are at this moment.
   *
   * @return the steps in the order of the template; unmodifiable
   */
  List<StepReport> steps();

  /**
   * Waits until the task has ended. A failed task is a result, not an exception.
   *
   * @return the result
   * @throws InterruptedException if the thread is interrupted; the task goes on
   */
  TaskResult await() throws InterruptedException;

  /**
   * Waits until the task has ended, at most for a while.
   *
   * @param bound the longest wait
   * @return the result
   * @throws InterruptedException if the thread is interrupted; the task goes on
   * @throws TimeoutException if the task has not ended in time; it goes on
   */
  TaskResult await(Duration bound) throws InterruptedException, TimeoutException;

  /**
   * Cancels the task: steps that have not started never do, running handlers are interrupted. Has
   * no effect on a task that has ended.
   *
   * @param reason why, for people
   */
  void cancel(String reason);

  /**
   * Returns the result to come.
   *
   * @return a stage that completes when the task ends, however it ends, and never exceptionally
   */
  CompletionStage<TaskResult> completion();
}
