package io.tasker.engine;

import io.tasker.TaskState;
import java.time.Duration;

/** What a task wants done. Whoever drives the {@link TaskMachine} does it and reports an event. */
public sealed interface TaskCommand {

  /**
   * A step exists from now on: a branch, a convergence or a batch. Those that exist from the start
   * are not announced.
   *
   * @param step the index of the step
   */
  record CreateStep(int step) implements TaskCommand {}

  /**
   * Call the handler of a step; report {@link TaskEvent.StepStarted} and then the outcome.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt, 1 for the first
   */
  record RunStep(int step, int attempt) implements TaskCommand {}

  /**
   * Report {@link TaskEvent.RetryDue} after a wait.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt to come
   * @param delay the wait; zero for none
   */
  record ScheduleRetry(int step, int attempt, Duration delay) implements TaskCommand {}

  /**
   * Stop a step that was to run or runs; its outcome no longer counts.
   *
   * @param step the index of the step
   */
  record StopStep(int step) implements TaskCommand {}

  /**
   * The task has ended. The last command of each task.
   *
   * @param state how it ended
   */
  record FinishTask(TaskState state) implements TaskCommand {}
}
