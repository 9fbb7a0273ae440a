package io.tasker.engine;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.TaskValues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The input of a task and what its steps have brought so far. */
final class TaskData implements TaskValues {
  private final TaskInput input;
  private final JacksonCodec codec;
  private final TaskSteps steps;

  TaskData(TaskInput input, JacksonCodec codec, TaskSteps steps) {
    this.input = input;
    this.codec = codec;
    this.steps = steps;
  }

  StepRecord record(int step) {
    return steps.record(step);
  }

  TaskSteps steps() {
    return steps;
  }

  @Override
  public List<Integer> batches(int worker) {
    return steps.batchesOf(worker);
  }

  @Override
  public boolean hasResult(int step) {
    return record(step).hasResult;
  }

  @Override
  public @Nullable Object result(int step) {
    return record(step).value;
  }

  @Override
  public JsonNode resultJson(int step) {
    StepRecord record = record(step);
    JsonNode json = record.json;
    if (json == null) {
      json = codec.toTree(record.value, steps.step(step).result().type());
      record.json = json;
    }
    return json;
  }

  @Override
  public Object input() {
    return input.value();
  }

  @Override
  public JsonNode inputJson() {
    return input.json();
  }
}
