package io.tasker.engine;

import io.tasker.StepReport;
import io.tasker.template.StepType;
import io.tasker.template.problem.Suggestions;
import java.util.List;

/**
 * Says that a task has no step of a name: because its workflow has none, or no decision chose it.
 */
final class MissingStep {
  private MissingStep() {}

  static IllegalArgumentException of(LocalTask task, String name) {
    List<String> steps = task.steps().stream().map(StepReport::name).toList();
    if (isBatchWorker(task, name)) {
      return new IllegalArgumentException(
          "%s has no step '%s': its batches are steps of their own, once they are planned; its steps: %s"
              .formatted(task, name, String.join(", ", steps)));
    }
    if (task.workflow().plan().step(name).isPresent()) {
      return new IllegalArgumentException(
          "%s has no step '%s', because no decision has chosen it; its steps: %s"
              .formatted(task, name, String.join(", ", steps)));
    }
    List<String> near = Suggestions.closest(name, steps);
    return new IllegalArgumentException(
        "%s has no step '%s'%s; its steps: %s"
            .formatted(
                task,
                name,
                near.isEmpty() ? "" : " (did you mean '" + near.get(0) + "'?)",
                String.join(", ", steps)));
  }

  private static boolean isBatchWorker(LocalTask task, String name) {
    return task.workflow()
        .plan()
        .step(name)
        .filter(step -> step.definition().type() == StepType.BATCH_WORKER)
        .isPresent();
  }
}
