package io.tasker.worker.workflow;

import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template as a cluster is given it. Tasker Core 0.1.8 takes each dependency of a step that a
 * decision creates for one on the decision, unless it creates that dependency, too; and of two
 * edges between the same steps it refuses both, with all branches. So what other dependencies imply
 * is left out there: the step waits for the same steps and reads the same results.
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
    List<StepDefinition> steps = template.steps().stream().map(rule::step).toList();
    return new TaskTemplate(
        template.namespace(),
        template.name(),
        template.version(),
        template.description(),
        template.metadata(),
        template.systemDependencies(),
        template.domainEvents(),
        template.inputSchema(),
        steps,
        template.environments(),
        template.lifecycle());
  }

  // A convergence needs all it has: it is created with any of them and waits for those created.
  private StepDefinition step(StepDefinition step) {
    if (step.type() == StepType.DEFERRED_CONVERGENCE || !belowDecisions.contains(step.name())) {
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
