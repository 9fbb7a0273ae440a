package io.tasker.handler;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A handler as a function of the task's input alone. */
@FunctionalInterface
public interface ContextFunction {

  /**
   * Runs a step.
   *
   * @param context the task's input; an empty object for none
   * @return the result, as {@link StepFunction#apply} returns it
   * @throws Exception as {@link StepFunction#apply} throws it
   */
  @Nullable Object apply(JsonNode context) throws Exception;
}
