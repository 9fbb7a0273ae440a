package io.tasker.worker.workflow;

import static java.util.Comparator.comparing;

import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A template as a cluster is given it. Tasker Core 0.1.8 takes each dependency of a step that a
 * decision creates for one on the decision, unless it creates that dependency, too; and of two
 * edges between the same steps it refuses both, with all branches. So what other dependencies imply
 * is left out there: the step waits for the same steps and reads the same results. And it looks at
 * convergences once, in the order of the template, so that one below another must come later.
 */
public final class RegisteredTemplate {
  private final WorkflowGraph graph;
  private final Set<String> belowDecisions = new HashSet<>();

  private RegisteredTemplate(TaskTemplate template) {
    this.graph = WorkflowGraph.of(template);
    for (StepDefinition step : template.steps()) {
      if (step.type() == StepType.DECISION) {
        belowDecisions.addAll(graph.descendants(step.name()));
      }
    }
  }

  /**
   * Returns what to register.
   *
   * @param template a template without cycles
   * @return the template with the dependencies that Tasker Core can take; the same if it can take
   *     all
   */
  public static TaskTemplate of(TaskTemplate template) {
    RegisteredTemplate rule = new RegisteredTemplate(template);
    return template.withSteps(rule.ordered(template.steps()).map(rule::step).toList());
  }

  private Stream<StepDefinition> ordered(List<StepDefinition> steps) {
    Set<String> later = new HashSet<>();
    steps.stream()
        .filter(RegisteredTemplate::isConvergence)
        .forEach(step -> later.add(step.name()));
    for (StepDefinition step : steps) {
      later.remove(step.name());
      if (isConvergence(step) && step.dependencies().stream().anyMatch(later::contains)) {
        List<String> order = graph.topologicalOrder();
        return steps.stream().sorted(comparing(each -> order.indexOf(each.name())));
      }
    }
    return steps.stream();
  }

  private static boolean isConvergence(StepDefinition step) {
    return step.type() == StepType.DEFERRED_CONVERGENCE;
  }

  // A convergence needs all it has: it is created with any of them and waits for those created.
  private StepDefinition step(StepDefinition step) {
    if (isConvergence(step) || !belowDecisions.contains(step.name())) {
      return step;
    }
    return new StepDefinition(
        step.name(),
        step.description(),
        step.type(),
        step.handler(),
        needed(step.name()),
        step.retry(),
        step.timeout(),
        step.batch(),
        step.publishesEvents(),
        step.resultSchema(),
        step.systemDependency(),
        step.composition());
  }

  private List<String> needed(String step) {
    List<String> dependencies = graph.dependencies(step);
    Map<String, Set<String>> above = new LinkedHashMap<>();
    dependencies.forEach(dependency -> above.put(dependency, graph.ancestors(dependency)));
    return dependencies.stream()
        .filter(
            dependency -> above.values().stream().noneMatch(others -> others.contains(dependency)))
        .toList();
  }
}
