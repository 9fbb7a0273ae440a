package io.tasker.handler;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A handler as a function of the upstream results alone. */
@FunctionalInterface
public interface DependenciesFunction {

  /**
   * Runs a step.
   *
   * @param dependencies the results of all steps above this one by step name, ordered by name
   * @return the result, as {@link StepFunction#apply} returns it
   * @throws Exception as {@link StepFunction#apply} throws it
   */
  @Nullable Object apply(Map<String, JsonNode> dependencies) throws Exception;
}
