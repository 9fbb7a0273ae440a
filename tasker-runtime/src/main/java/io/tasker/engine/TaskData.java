package io.tasker.engine;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.TaskValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The input of a task and what its steps have brought so far. */
final class TaskData implements TaskValues {
  private final TaskInput input;
  private final JacksonCodec codec;
  private final StepRecord[] records;

  TaskData(TaskInput input, JacksonCodec codec, int steps) {
    this.input = input;
    this.codec = codec;
    this.records = new StepRecord[steps];
    for (int i = 0; i < steps; i++) {
      records[i] = new StepRecord();
    }
  }

  StepRecord record(int step) {
    return records[step];
  }

  @Override
  public boolean hasResult(int step) {
    return records[step].hasResult;
  }

  @Override
  public @Nullable Object result(int step) {
    return records[step].value;
  }

  @Override
  public JsonNode resultJson(int step) {
    StepRecord record = records[step];
    JsonNode json = record.json;
    if (json == null) {
      json = codec.toTree(record.value);
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
