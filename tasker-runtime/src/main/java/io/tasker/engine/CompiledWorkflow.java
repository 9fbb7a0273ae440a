package io.tasker.engine;

import io.tasker.internal.InputSchema;
import java.util.List;

/**
 * A template with everything that is decided when the engine starts.
 *
 * @param plan the steps and their edges
 * @param steps the steps by index
 * @param inputSchema the check of task inputs
 */
record CompiledWorkflow(TaskPlan plan, List<CompiledStep> steps, InputSchema inputSchema) {

  String identity() {
    return plan.template().identity();
  }
}
