package io.tasker.testing;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.StepContext;
import io.tasker.internal.AttemptContext;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.StepCoordinates;
import io.tasker.internal.TaskValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The values that a test gave, in the place of those of a running task. */
final class GivenTask implements TaskValues {
  static final JacksonCodec CODEC = new JacksonCodec();

  private final Object input;
  private final List<@Nullable Object> results = new ArrayList<>();
  private final Map<String, Integer> indexes = new TreeMap<>();
  private final Map<Integer, List<Integer>> batches = new HashMap<>();
  private final GivenStep<?> given;

  /** Which attempt it is; the runtime asks for it by the names of these components. */
  private record Coordinates(
      UUID taskUuid,
      UUID stepUuid,
      UUID correlationId,
      String namespace,
      String taskName,
      String taskVersion,
      String stepName,
      String templateStepName,
      @Nullable GivenBatch batch,
      Optional<BatchCheckpoint> checkpoint,
      String handlerName,
      int attempt,
      int maxAttempts,
      Map<String, Object> config,
      Map<String, Integer> ancestors)
      implements StepCoordinates {

    @Override
    public ObjectNode stepInputs(JsonNode json) {
      return batch == null
          ? StepCoordinates.super.stepInputs(json)
          : batch.inputs(templateStepName, json);
    }
  }

  GivenTask(GivenStep<?> given) {
    this.given = given;
    this.input = input(given);
    given.dependencies.forEach(this::add);
    given.batchResults.forEach(
        (worker, each) -> {
          List<Integer> numbers = new ArrayList<>();
          each.forEach(
              result ->
                  numbers.add(
                      add(GivenBatch.name(worker, GivenBatch.id(numbers.size() + 1)), result)));
          batches.put(workerIndex(worker), numbers);
        });
  }

  private int add(String name, @Nullable Object result) {
    int index = results.size();
    indexes.put(name, index);
    results.add(given.isRoundTrip ? CODEC.roundTrip(result) : result);
    return index;
  }

  /** Returns the index of a worker step, which has no result of its own. */
  int workerIndex(String worker) {
    return -1 - new ArrayList<>(given.batchResults.keySet()).indexOf(worker);
  }

  private static Object input(GivenStep<?> given) {
    Object value = given.input instanceof String json ? CODEC.parse(json) : given.input;
    JsonNode node = CODEC.toTree(value);
    if (!node.isObject()) {
      throw new IllegalArgumentException("A task's input must be a JSON object: " + node);
    }
    return given.isRoundTrip ? CODEC.roundTrip(value) : value;
  }

  StepContext context(String callable) {
    return new AttemptContext(
        new Coordinates(
            given.taskUuid,
            given.stepUuid,
            given.correlationId,
            given.namespace,
            given.taskName,
            given.taskVersion,
            given.stepName(),
            given.step,
            given.batch,
            Optional.ofNullable(given.checkpoint),
            callable,
            given.attempt,
            given.maxAttempts,
            Map.copyOf(given.config),
            indexes),
        this,
        CODEC,
        given.events);
  }

  Map<String, Integer> indexes() {
    return Collections.unmodifiableMap(indexes);
  }

  @Override
  public boolean hasResult(int step) {
    return true;
  }

  @Override
  public @Nullable Object result(int step) {
    return results.get(step);
  }

  @Override
  public JsonNode resultJson(int step) {
    return CODEC.toTree(results.get(step));
  }

  @Override
  public List<Integer> batches(int worker) {
    return batches.getOrDefault(worker, List.of());
  }

  @Override
  public @Nullable BatchSlice slice() {
    return given.batch == null ? null : given.batch.slice(given.stepName(), given.checkpoint);
  }

  @Override
  public Object input() {
    return input;
  }

  @Override
  public JsonNode inputJson() {
    return CODEC.toTree(input);
  }
}
