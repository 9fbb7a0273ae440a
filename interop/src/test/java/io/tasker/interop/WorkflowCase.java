package io.tasker.interop;

import io.tasker.TaskRequest;
import java.util.Map;

/**
 * A workflow and an input for it.
 *
 * @param namespace the namespace of the workflow
 * @param workflow the name of the workflow, in its version 1.0.0
 * @param what what is special about the input
 * @param input the input
 */
record WorkflowCase(String namespace, String workflow, String what, Map<String, ?> input) {

  static WorkflowCase of(String identity, String what, Map<String, ?> input) {
    String[] names = identity.split("/", 2);
    return new WorkflowCase(names[0], names[1], what, input);
  }

  TaskRequest request() {
    return TaskRequest.of(namespace, workflow).version("1.0.0").input(input);
  }

  @Override
  public String toString() {
    return "%s/%s: %s".formatted(namespace, workflow, what);
  }
}
