package io.tasker.engine;

import io.tasker.internal.InputSchema;
import io.tasker.internal.InputTypes;
import io.tasker.internal.event.DeclaredEvent;
import java.util.List;
import java.util.Map;

/**
 * A template with everything that is decided when the engine starts.
 *
 * @param plan the steps and their edges
 * @param steps the steps by index
 * @param inputSchema the check of task inputs
 * @param inputTypes the types as which the steps that always run read task inputs
 * @param events the events by the name of the step in the template, for the steps that have any
 */
record CompiledWorkflow(
    TaskPlan plan,
    List<CompiledStep> steps,
    InputSchema inputSchema,
    InputTypes inputTypes,
    Map<String, List<DeclaredEvent>> events) {

  String identity() {
    return plan.template().identity();
  }

  List<DeclaredEvent> events(String templateStep) {
    return events.getOrDefault(templateStep, List.of());
  }
}
