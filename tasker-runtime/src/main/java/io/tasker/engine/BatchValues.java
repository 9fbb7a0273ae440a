package io.tasker.engine;

import io.tasker.handler.BatchSlice;
import io.tasker.internal.TaskValues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The values of a task as one of its batches sees them.
 *
 * @param task the values of the task
 * @param slice the batch
 */
record BatchValues(TaskData task, BatchSlice slice) implements TaskValues {

  @Override
  public boolean hasResult(int step) {
    return task.hasResult(step);
  }

  @Override
  public @Nullable Object result(int step) {
    return task.result(step);
  }

  @Override
  public JsonNode resultJson(int step) {
    return task.resultJson(step);
  }

  @Override
  public Object input() {
    return task.input();
  }

  @Override
  public JsonNode inputJson() {
    return task.inputJson();
  }

  @Override
  public List<Integer> batches(int worker) {
    return task.batches(worker);
  }
}
