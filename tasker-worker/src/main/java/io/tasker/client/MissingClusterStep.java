package io.tasker.client;

import io.tasker.template.problem.Suggestions;
import java.util.List;

/**
 * Says that a task has no step of a name: because its workflow has none, or no decision chose it.
 */
final class MissingClusterStep {
  private MissingClusterStep() {}

  static IllegalArgumentException of(
      TaskOnCluster task, String name, StepOrder workflow, List<String> steps) {
    List<String> near = Suggestions.closest(name, steps);
    String why =
        workflow.names().contains(name)
            ? ", because no decision has chosen it"
            : near.isEmpty() ? "" : " (did you mean '" + near.get(0) + "'?)";
    return new IllegalArgumentException(
        "%s has no step '%s'%s; its steps: %s"
            .formatted(task, name, why, String.join(", ", steps)));
  }
}
