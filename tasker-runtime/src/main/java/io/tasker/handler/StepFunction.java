package io.tasker.handler;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A handler as a function of the task's input and the upstream results. */
@FunctionalInterface
public interface StepFunction {

  /**
   * Runs a step.
   *
   * @param context the task's input; an empty object for none
   * @param dependencies the results of all steps above this one by step name, ordered by name
   * @return the result: a record, a map, a JSON node, a scalar, a {@link StepResult}, a {@code
   *     CompletionStage} of one of these, or null for none
   * @throws Exception a {@link PermanentException}, a {@link RetryableException} or any other
   *     exception, which counts as retryable
   */
  @Nullable Object apply(JsonNode context, Map<String, JsonNode> dependencies) throws Exception;
}
