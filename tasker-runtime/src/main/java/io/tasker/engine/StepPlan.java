package io.tasker.engine;

import io.tasker.template.StepDefinition;
import java.util.List;

/**
 * A step of a {@link TaskPlan}.
 *
 * @param index the position in the plan
 * @param definition the step as the template has it
 * @param dependencies the indexes of the steps that must be complete first
 * @param dependents the indexes of the steps that wait for this one, in the order of the template
 * @param ancestors the indexes of all steps above this one, direct dependencies or not, in order
 */
public record StepPlan(
    int index,
    StepDefinition definition,
    List<Integer> dependencies,
    List<Integer> dependents,
    List<Integer> ancestors) {

  /** Copies the lists. */
  public StepPlan {
    dependencies = List.copyOf(dependencies);
    dependents = List.copyOf(dependents);
    ancestors = List.copyOf(ancestors);
  }

  /**
   * Returns the name of the step.
   *
   * @return the name
   */
  public String name() {
    return definition.name();
  }
}
