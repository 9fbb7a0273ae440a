package io.tasker.client;

import io.tasker.TaskResult;
import io.tasker.client.ClusterException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The end of a task that others wait for: looks at the task from the first of them on. */
final class TaskWatch {
  private final TaskOnCluster task;
  private final Looks looks;

  private CompletableFuture<TaskResult> end = new CompletableFuture<>();
  private boolean isLooking;
  private boolean hasEnded;
  private int actions;

  TaskWatch(TaskOnCluster task, Looks looks) {
    this.task = task;
    this.looks = looks;
  }

  /** Returns the end to come. It is not to be completed by others. */
  CompletableFuture<TaskResult> end() {
    CompletableFuture<TaskResult> awaited;
    synchronized (this) {
      if (end.isCompletedExceptionally()) {
        end = new CompletableFuture<>();
      }
      awaited = end;
      if (isLooking || hasEnded) {
        return awaited;
      }
      isLooking = true;
    }
    looks.add(this);
    look(awaited, 0);
    return awaited;
  }

  /** Makes the end one to come again: what was seen before does not count any more. */
  synchronized void acted() {
    actions++;
    if (hasEnded) {
      hasEnded = false;
      end = new CompletableFuture<>();
    }
  }

  /** Takes note of the end, unless something was done to the task since it was looked at. */
  private synchronized boolean hasEnded(int before) {
    hasEnded = before == actions;
    return hasEnded;
  }

  private void look(CompletableFuture<TaskResult> awaited, int count) {
    if (awaited.isDone()) {
      return;
    }
    int before = actions();
    looks
        .look(task::ended)
        .whenComplete(
            (result, thrown) -> {
              if (thrown == null) {
                looked(awaited, count, before, result);
              } else {
                failed(awaited, count, thrown);
              }
            });
  }

  private void looked(
      CompletableFuture<TaskResult> awaited, int count, int before, Optional<TaskResult> result) {
    if (result.isPresent() && hasEnded(before)) {
      stop();
      awaited.complete(result.get());
    } else {
      again(awaited, count, Duration.ZERO);
    }
  }

  private void failed(CompletableFuture<TaskResult> awaited, int count, Throwable thrown) {
    if (thrown instanceof ClusterException failure && isPassing(failure)) {
      looks.unanswered(failure);
      again(awaited, count, failure.retryAfter().orElse(Duration.ZERO));
    } else {
      stop();
      awaited.completeExceptionally(thrown);
    }
  }

  private static boolean isPassing(ClusterException failure) {
    return failure.kind() == Kind.UNAVAILABLE || failure.kind() == Kind.OVERLOADED;
  }

  private void again(CompletableFuture<TaskResult> awaited, int count, Duration atLeast) {
    looks.again(count, atLeast, () -> look(awaited, count + 1));
  }

  private synchronized int actions() {
    return actions;
  }

  private void stop() {
    synchronized (this) {
      isLooking = false;
    }
    looks.remove(this);
  }

  /** Ends the wait, not the task. */
  void close() {
    CompletableFuture<TaskResult> awaited;
    synchronized (this) {
      awaited = end;
    }
    stop();
    awaited.completeExceptionally(
        new IllegalStateException(
            task + " goes on, but the engine that waited for it is closed: find it by another"));
  }
}
