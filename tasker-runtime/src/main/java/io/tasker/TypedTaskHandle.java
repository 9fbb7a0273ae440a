package io.tasker;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A task that was accepted and whose results have types: what a client gives that the compiler
 * generated ({@code -Atasker.client=true}). Safe for use by several threads.
 *
 * @param <R> the results
 */
public final class TypedTaskHandle<R> {
  private final TaskHandle task;
  private final Function<TaskResult, R> results;

  /**
   * Creates a handle.
   *
   * @param task the task
   * @param results reads its results
   */
  public TypedTaskHandle(TaskHandle task, Function<TaskResult, R> results) {
    this.task = Objects.requireNonNull(task, "task");
    this.results = Objects.requireNonNull(results, "results");
  }

  /**
   * Returns the task, for its state, its steps and what an operator does to it.
   *
   * @return the task
   */
  public TaskHandle task() {
    return task;
  }

  /**
   * Returns the id of the task.
   *
   * @return the id
   */
  public UUID id() {
    return task.id();
  }

  /**
   * Waits until the task has ended. A failed task is a result, not an exception.
   *
   * @return the results
   * @throws InterruptedException if the thread is interrupted; the task goes on
   * @see TaskHandle#await()
   */
  public R await() throws InterruptedException {
    return results.apply(task.await());
  }

  /**
   * Waits until the task has ended, at most for a while.
   *
   * @param bound the longest wait
   * @return the results
   * @throws InterruptedException if the thread is interrupted; the task goes on
   * @throws TimeoutException if the task has not ended in time; it goes on
   */
  public R await(Duration bound) throws InterruptedException, TimeoutException {
    return results.apply(task.await(bound));
  }

  /**
   * Returns the results to come.
   *
   * @return a stage that completes when the task ends, however it ends; exceptionally only as
   *     {@link TaskHandle#completion()} says
   */
  public CompletionStage<R> completion() {
    return task.completion().thenApply(results);
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
