package io.tasker.testing;

import io.tasker.StepReport;
import io.tasker.handler.StepFailure;
import java.util.List;
import java.util.stream.Collectors;

/** The states of all steps of a task as a table, for failure messages. */
final class StepTable {
  private StepTable() {}

  static String of(List<StepReport> steps) {
    int width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(0);
    return steps.stream().map(step -> row(step, width)).collect(Collectors.joining());
  }

  private static String row(StepReport step, int width) {
    String attempts =
        switch (step.attempts()) {
          case 0 -> "not started";
          case 1 -> "1 attempt";
          default -> step.attempts() + " attempts";
        };
    String failure = step.failure().map(StepTable::failure).orElse("");
    String row =
        "  %s  %-17s  %-11s  %s"
            .formatted(pad(step.name(), width), step.state().coreName(), attempts, failure);
    return "%n%s".formatted(row.stripTrailing());
  }

  private static String failure(StepFailure failure) {
    return "%s: %s".formatted(failure.errorType(), failure.message());
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
