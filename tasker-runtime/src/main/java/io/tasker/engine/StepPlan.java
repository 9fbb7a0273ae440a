package io.tasker.engine;

import io.tasker.template.StepDefinition;
import java.util.List;

/**
 * A step of a {@link TaskPlan}, or one batch of a worker step.
 *
 * @param index the position in the task
 * @param template the position in the plan: the same, but for a batch that of its worker step
 * @param name the name; for a batch that of its worker step, {@code _} and the number of the batch
 * @param definition the step as the template has it
 * @param dependencies the indexes of the steps that must be complete first
 * @param dependents the indexes of the steps that wait for this one, in the order of the template
 */
public record StepPlan(
    int index,
    int template,
    String name,
    StepDefinition definition,
    List<Integer> dependencies,
    List<Integer> dependents) {

  /** Copies the lists. */
  public StepPlan {
    dependencies = List.copyOf(dependencies);
    dependents = List.copyOf(dependents);
  }

  /**
   * Returns whether this is a batch and not a step of the template.
   *
   * @return true for a batch
   */
  public boolean isBatch() {
    return index != template;
  }

  /** Returns a batch of this worker step. */
  StepPlan batch(int atIndex, String batchId) {
    return new StepPlan(atIndex, index, name + "_" + batchId, definition, dependencies, dependents);
  }
}
