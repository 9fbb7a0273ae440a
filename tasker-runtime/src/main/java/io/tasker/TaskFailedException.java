package io.tasker;

import io.tasker.handler.StepFailure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A task that did not complete, for callers who ask for an exception. */
public final class TaskFailedException extends TaskerException {
  private static final long serialVersionUID = 1L;

  private final transient TaskResult result;

  /**
   * Creates the exception.
   *
   * @param result the result of the task
   */
  public TaskFailedException(TaskResult result) {
    super(
        result.failure().orElse("Task " + result.id() + " ended in " + result.state().coreName()),
        firstCause(result));
    this.result = result;
  }

  /**
   * Returns the result of the task.
   *
   * @return the result
   */
  public TaskResult result() {
    return result;
  }

  private static @Nullable Throwable firstCause(TaskResult result) {
    return result.steps().stream()
        .filter(step -> step.state() == StepState.ERROR)
        .flatMap(step -> step.failure().stream())
        .map(StepFailure::cause)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
