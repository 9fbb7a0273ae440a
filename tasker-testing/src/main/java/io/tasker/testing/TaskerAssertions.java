package io.tasker.testing;

import io.tasker.TaskResult;
import io.tasker.handler.StepExecutionResult;

/**
 * The entry to assertions about tasks and steps. May be imported statically beside AssertJ's own.
 *
 * <pre>{@code
 * import static io.tasker.testing.TaskerAssertions.assertThat;
 * import static org.assertj.core.api.Assertions.assertThat;
 * }</pre>
 */
public final class TaskerAssertions {
  private TaskerAssertions() {}

  /**
   * Starts assertions about a task that has ended, whichever engine ran it.
   *
   * @param actual the result of the task
   * @return the assertions
   */
  public static TaskResultAssert assertThat(TaskResult actual) {
    return new TaskResultAssert(actual);
  }

  /**
   * Starts assertions about a workflow that ran in virtual time.
   *
   * @param actual the run
   * @return the assertions
   */
  public static WorkflowRunAssert assertThat(WorkflowRun actual) {
    return new WorkflowRunAssert(actual);
  }

  /**
   * Starts assertions about the outcome of one call of a handler.
   *
   * @param actual the outcome
   * @return the assertions
   */
  public static StepExecutionResultAssert assertThat(StepExecutionResult actual) {
    return new StepExecutionResultAssert(actual);
  }
}
