package io.tasker.engine;

import io.tasker.TaskResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The end of a task that others wait for; once more if an operator makes the task go on. */
final class TaskCompletion {
  private final Executor threads;
  private volatile CompletableFuture<TaskResult> future = new CompletableFuture<>();
  private volatile @Nullable LocalTaskResult result;

  /**
   * Creates it.
   *
   * @param threads where callbacks run
   */
  TaskCompletion(Executor threads) {
    this.threads = threads;
  }

  /** Returns whether the task has ended in error and an operator may make it go on. */
  boolean isReopenable() {
    LocalTaskResult ended = result;
    return ended != null && ended.isReopenable();
  }

  /** Takes note of the end; returns how to tell those who wait for it. */
  Runnable end(LocalTaskResult ended) {
    CompletableFuture<TaskResult> waitedFor = future;
    result = ended;
    return () -> waitedFor.complete(ended);
  }

  /** Makes the end one to come again. The result that was there stays as it is. */
  void reopen() {
    LocalTaskResult ended = result;
    if (ended != null) {
      ended.keepSteps();
      future = new CompletableFuture<>();
      result = null;
    }
  }

  TaskResult await() throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("The completion of a task never fails", e);
    }
  }

  TaskResult await(Duration bound) throws InterruptedException, TimeoutException {
    try {
      return future.get(TimeUnit.NANOSECONDS.convert(bound), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("The completion of a task never fails", e);
    }
  }

  // Callbacks are not run by the thread that ends the task: it may be the timer's, and then one
  // that
  // takes its time would stop all timeouts and retries.
  CompletionStage<TaskResult> stage() {
    return future.thenApplyAsync(Function.identity(), this::callBack).minimalCompletionStage();
  }

  private void callBack(Runnable callbacks) {
    try {
      threads.execute(callbacks);
    } catch (Throwable e) {
      // The executor was closed, or has no thread: better here than never.
      callbacks.run();
    }
  }
}
