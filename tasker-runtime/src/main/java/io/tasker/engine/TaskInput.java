package io.tasker.engine;

import io.tasker.InvalidInputException;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The input of a task, as it was submitted and, once somebody asks, as JSON. */
final class TaskInput {
  private final Object value;
  private final JacksonCodec codec;
  // Several steps may ask at the same time, and a tree is not safe to publish otherwise.
  private volatile @Nullable JsonNode json;

  private TaskInput(Object value, @Nullable JsonNode json, JacksonCodec codec) {
    this.value = value;
    this.json = json;
    this.codec = codec;
  }

  /**
   * Reads and checks an input.
   *
   * @throws InvalidInputException if it is not a JSON object, breaks the schema or fits the schema
   *     but not the type as which a step that always runs reads it
   */
  static TaskInput of(Object submitted, CompiledWorkflow workflow, EngineRuntime runtime) {
    JacksonCodec codec = runtime.codec();
    boolean isObject = submitted instanceof Record || submitted instanceof Map;
    boolean hasSchema = workflow.inputSchema().isPresent();
    if (isObject && !runtime.isRoundTrip() && !hasSchema) {
      return new TaskInput(submitted, null, codec);
    }
    JsonNode json;
    try {
      if (submitted instanceof String text) {
        json = codec.parse(text);
      } else {
        json = runtime.isRoundTrip() ? codec.roundTrip(submitted) : codec.toTree(submitted);
      }
    } catch (UnfitValueException e) {
      throw new InvalidInputException(
          workflow.identity(), List.of("not a JSON object: " + e.getMessage()));
    }
    if (!json.isObject()) {
      String kind = json.getNodeType().name().toLowerCase(Locale.ROOT);
      throw new InvalidInputException(
          workflow.identity(), List.of("not a JSON object: it is JSON of type " + kind));
    }
    List<String> problems = workflow.inputSchema().problems(json);
    // Without a schema the template promises nothing, and the step that cannot read it says so.
    boolean isTaken = !runtime.isRoundTrip() && workflow.inputTypes().allTake(submitted);
    if (problems.isEmpty() && hasSchema && !isTaken) {
      problems = workflow.inputTypes().problems(json);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(workflow.identity(), problems);
    }
    boolean isJson = runtime.isRoundTrip() || submitted instanceof String;
    return new TaskInput(isJson ? json : submitted, json, codec);
  }

  Object value() {
    return value;
  }

  JsonNode json() {
    JsonNode current = json;
    if (current == null) {
      current = codec.toTree(value);
      json = current;
    }
    return current;
  }
}
