package io.tasker.engine;

import io.tasker.TaskResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The end of a task that others wait for; once more if an operator makes the task go on. */
final class TaskCompletion {
  private volatile CompletableFuture<TaskResult> future = new CompletableFuture<>();
  private volatile @Nullable LocalTaskResult result;

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

  CompletionStage<TaskResult> stage() {
    return future.minimalCompletionStage();
  }
}
