package io.tasker;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A task that has ended. */
public interface TaskResult {

  /**
   * Returns the id of the task.
   *
   * @return the id
   */
  UUID id();

  /**
   * Returns the workflow of the task.
   *
   * @return for example {@code ecommerce/order_processing@1.0.0}
   */
  String workflow();

  /**
   * Returns how the task ended.
   *
   * @return a final state
   */
  TaskState state();

  /**
   * Returns the steps as they were when the task ended.
   *
   * @return the steps in the order of the template; unmodifiable
   */
  List<StepReport> steps();

  /**
   * Returns one step.
   *
   * @param name the name of the step
   * @return the step
   * @throws IllegalArgumentException if the task has no such step, or no decision has chosen it;
   *     the message names those it has
   */
  StepReport step(String name);

  /**
   * Returns one step that may not be there: a step that no decision has chosen does not exist.
   *
   * @param name the name of the step
   * @return the step, or empty if the task has none of that name
   */
  Optional<StepReport> find(String name);

  /**
   * Returns why the task did not complete.
   *
   * @return one line per failed step, each with the workflow, the task, the step, the attempt and
   *     the beginning of the message, without line breaks, or the reason of the cancellation; empty
   *     for a complete task
   */
  Optional<String> failure();

  /**
   * Returns the whole result as JSON.
   *
   * @return an object with the task's id and state and, by step name, each step's state, attempts,
   *     result and error
   * @throws IllegalArgumentException if a result, which was passed on by reference, cannot be JSON
   */
  default JsonNode json() {
    return ResultJson.of(this);
  }

  /**
   * Returns the result of one step.
   *
   * @param <T> the type of the result
   * @param step the name of the step
   * @param type the type of the result
   * @return the result; the handler's own object where the type allows
   * @throws IllegalArgumentException if the task has no such step, or its result does not fit the
   *     type
   * @throws IllegalStateException if the step is not complete
   */
  default <T> T result(String step, Class<T> type) {
    return step(step).result(type);
  }

  /**
   * Returns whether all steps are complete.
   *
   * @return true for {@link TaskState#COMPLETE}
   */
  default boolean isComplete() {
    return state() == TaskState.COMPLETE;
  }

  /**
   * Returns this result if the task is complete.
   *
   * @return this result
   * @throws TaskFailedException if the task ended otherwise
   */
  default TaskResult orThrow() {
    if (!isComplete()) {
      throw new TaskFailedException(this);
    }
    return this;
  }
}
