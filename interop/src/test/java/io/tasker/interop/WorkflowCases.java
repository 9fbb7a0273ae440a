package io.tasker.interop;

import java.util.Map;
import java.util.stream.Stream;

/** The acceptance workflows with their inputs. */
final class WorkflowCases {
  private WorkflowCases() {}

  static Stream<WorkflowCase> all() {
    return Stream.of(
        new WorkflowCase(
            "linear", "mathematical_sequence", "an even number", Map.of("even_number", 6)));
  }
}
