package io.tasker.interop.fault;

import io.tasker.TaskRequest;
import java.util.Map;

/** Two steps in a row, with a handler of {@link Linear}: for tests with many tasks. */
final class Pair {
  static final String TEMPLATE =
      """
      name: pair
      namespace_name: fault
      version: "1.0.0"
      steps:
        - {name: one, handler: {callable: pass}}
        - {name: two, handler: {callable: pass}, dependencies: [one]}
      """;
  static final int STEPS = 2;

  private Pair() {}

  /** Returns a task; its number makes it another one than the rest. */
  static TaskRequest task(int number) {
    return TaskRequest.of("fault", "pair").version("1.0.0").input(Map.of("number", number));
  }
}
