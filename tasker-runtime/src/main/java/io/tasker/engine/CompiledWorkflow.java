package io.tasker.engine;

import io.tasker.internal.InputSchema;
import io.tasker.internal.InputTypes;
import java.util.List;

/**
 * A template with everything that is decided when the engine starts.
 *
 * @param plan the steps and their edges
 * @param steps the steps by index
 * @param inputSchema the check of task inputs
 * @param inputTypes the types as which the steps that always run read task inputs
 */
record CompiledWorkflow(
    TaskPlan plan, List<CompiledStep> steps, InputSchema inputSchema, InputTypes inputTypes) {

  String identity() {
    return plan.template().identity();
  }
}
