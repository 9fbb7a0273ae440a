package io.tasker;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A task that was accepted. Safe for use by several threads. That of a cluster asks the cluster,
 * and each method but {@link #id()} throws what the cluster's client does if it does not answer.
 */
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
   * Waits until the task has ended. A failed task is a result, not an exception. A handler that
   * waits for a task of its own engine keeps its slot meanwhile: if all slots wait so, nothing goes
   * on. Let it return {@link #completion()} mapped to its result instead, which holds no thread and
   * but one slot, and raise the engine's concurrency.
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
   * Gives a failed step all its attempts again. A task that has ended in {@link TaskState#ERROR}
   * goes on: {@link #await()} and {@link #completion()} then stand for its next end. So it does
   * with {@link #resolveStep} and {@link #completeStep}. While the task is busy, the action waits
   * for its turn; one that comes too late by then is logged and has no effect.
   *
   * @param step the name of the step
   * @param reason why, for people
   * @throws IllegalArgumentException if the task has no such step, or no decision has chosen it
   * @throws IllegalStateException if the step has not failed, or the task ended otherwise
   * @throws TaskRejectedException if the task has ended and the engine cannot take it in again
   */
  void resetStep(String step, String reason);

  /**
   * Settles a step without a result: the steps below may run and find none.
   *
   * @param step the name of the step, which has failed or waits
   * @param reason why, for people
   * @throws IllegalArgumentException if the task has no such step, or no decision has chosen it
   * @throws IllegalStateException if the step is running or complete, or the task ended otherwise
   * @throws TaskRejectedException if the task has ended and the engine cannot take it in again
   */
  void resolveStep(String step, String reason);

  /**
   * Gives a step its result, as if its handler had returned it.
   *
   * @param step the name of the step, which has failed or waits
   * @param result the result, as the type that the handler declares or anything that reads as it
   *     from JSON; null for none
   * @param reason why, for people
   * @throws IllegalArgumentException if the task has no such step, or no decision has chosen it, or
   *     the result does not fit the declared type
   * @throws IllegalStateException if the step is running or complete, or the task ended otherwise
   * @throws io.tasker.handler.PermanentException if the step is a decision or batchable and cannot
   *     act upon the result
   * @throws TaskRejectedException if the task has ended and the engine cannot take it in again
   */
  void completeStep(String step, @Nullable Object result, String reason);

  /**
   * Returns the result to come. What is chained to the stage runs on the engine's executor, and may
   * wait there as a handler may.
   *
   * @return a stage that completes when the task ends, however it ends; exceptionally only on a
   *     cluster, if the engine is closed before or the cluster refuses to tell
   */
  CompletionStage<TaskResult> completion();
}
