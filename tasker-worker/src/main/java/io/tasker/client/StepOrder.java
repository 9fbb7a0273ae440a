package io.tasker.client;

import java.util.Comparator;
import java.util.List;

/**
 * The steps of a workflow in the order of its template.
 *
 * @param names their names
 */
record StepOrder(List<String> names) {

  static StepOrder of(TaskSummary.Template template) {
    return new StepOrder(template.steps().stream().map(TaskSummary.TemplateStep::name).toList());
  }

  /** Returns the steps of a task in that order, the batches of a worker by their numbers. */
  List<ClusterStep> sorted(List<ClusterStep> steps) {
    return steps.stream()
        .sorted(
            Comparator.<ClusterStep>comparingInt(step -> place(step.name()))
                .thenComparingInt(step -> step.name().length())
                .thenComparing(ClusterStep::name))
        .toList();
  }

  private int place(String name) {
    int exact = names.indexOf(name);
    int number = name.lastIndexOf('_');
    int worker = number < 0 ? -1 : names.indexOf(name.substring(0, number));
    int known = exact >= 0 ? exact : worker;
    return known >= 0 ? known : names.size();
  }
}
