package io.tasker.internal;

import io.tasker.handler.BatchSlice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of one task that handlers take their arguments from. */
public interface TaskValues {

  /**
   * Returns whether a step has a result.
   *
   * @param step the index of the step
   * @return true if it is complete
   */
  boolean hasResult(int step);

  /**
   * Returns the result of a step.
   *
   * @param step the index of the step, which is complete
   * @return the result as the handler returned it or, after a round trip, as JSON; null for none
   */
  @Nullable Object result(int step);

  /**
   * Returns the result of a step as JSON.
   *
   * @param step the index of the step, which is complete
   * @return the result, not to be changed
   */
  JsonNode resultJson(int step);

  /**
   * Returns the batches of a worker step.
   *
   * @param worker the index of the worker step
   * @return the indexes of the batches, in order; empty if none are planned
   */
  default List<Integer> batches(int worker) {
    return List.of();
  }

  /**
   * Returns the batch that the values are for.
   *
   * @return the batch, or null if they are for no batch
   */
  default @Nullable BatchSlice slice() {
    return null;
  }

  /**
   * Returns the task's input.
   *
   * @return the input as it was submitted or, after a round trip, as JSON
   */
  Object input();

  /**
   * Returns the task's input as JSON.
   *
   * @return the input, not to be changed
   */
  JsonNode inputJson();
}
