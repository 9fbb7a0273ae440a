package io.tasker.testing;

import io.tasker.TaskResult;

/** Assertions about a task that has ended. */
public final class TaskResultAssert extends AbstractTaskResultAssert<TaskResultAssert, TaskResult> {

  TaskResultAssert(TaskResult actual) {
    super(actual, TaskResultAssert.class);
  }
}
