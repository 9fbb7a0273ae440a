package io.tasker.client;

import io.tasker.StepReport;
import io.tasker.TaskHandle;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.client.ClusterException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A task of a cluster as others see it: how it stands and what an operator may do. */
final class ClusterTaskHandle implements TaskHandle {
  private final TaskOnCluster task;
  private final TaskWatch watch;
  private final StepActions actions;

  ClusterTaskHandle(TaskOnCluster task, Looks looks, String operator) {
    this.task = task;
    this.watch = new TaskWatch(task, looks);
    this.actions = new StepActions(task, operator);
  }

  @Override
  public UUID id() {
    return task.id();
  }

  @Override
  public TaskState state() {
    return task.state();
  }

  @Override
  public List<StepReport> steps() {
    return task.steps();
  }

  @Override
  public TaskResult await() throws InterruptedException {
    try {
      return watch.end().get();
    } catch (ExecutionException e) {
      throw unwatched(e);
    }
  }

  @Override
  public TaskResult await(Duration bound) throws InterruptedException, TimeoutException {
    try {
      return watch.end().get(TimeUnit.NANOSECONDS.convert(bound), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unwatched(e);
    }
  }

  private static RuntimeException unwatched(ExecutionException e) {
    return e.getCause() instanceof RuntimeException why
        ? why
        : new CompletionException(e.getCause());
  }

  @Override
  public void cancel(String reason) {
    try {
      task.client().cancel(task.id()).call();
      task.cancelled(reason);
    } catch (ClusterException e) {
      boolean isAnswer = e.kind() == Kind.CONFLICT || e.kind() == Kind.REFUSED;
      if (!isAnswer || !task.state().isFinal()) {
        throw e;
      }
    }
  }

  @Override
  public void resetStep(String step, String reason) {
    actions.reset(step, reason);
    watch.acted();
  }

  @Override
  public void resolveStep(String step, String reason) {
    actions.resolve(step, reason);
    watch.acted();
  }

  @Override
  public void completeStep(String step, @Nullable Object result, String reason) {
    actions.complete(step, result, reason);
    watch.acted();
  }

  @Override
  public CompletionStage<TaskResult> completion() {
    return watch.end().minimalCompletionStage();
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
