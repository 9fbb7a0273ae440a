package io.tasker.worker.workflow;

import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which steps Tasker Core 0.1.8 creates once a decision has chosen, or with batches. */
final class ClusterCreation {
  private final TaskTemplate template;
  private final WorkflowGraph graph;
  private final Map<String, StepDefinition> steps = new HashMap<>();

  ClusterCreation(TaskTemplate template, WorkflowGraph graph) {
    this.template = template;
    this.graph = graph;
    template.steps().forEach(step -> steps.put(step.name(), step));
  }

  /**
   * What is below a decision up to the next ones.
   *
   * @param steps the steps in between
   * @param exits the next decisions
   */
  private record Segment(Set<String> steps, Set<String> exits) {}

  private Segment segment(String decision) {
    Segment segment = new Segment(new HashSet<>(), new LinkedHashSet<>());
    Deque<String> open = new ArrayDeque<>(graph.dependents(decision));
    while (!open.isEmpty()) {
      String step = open.remove();
      if (is(step, StepType.DECISION)) {
        segment.exits().add(step);
      } else if (segment.steps().add(step)) {
        open.addAll(graph.dependents(step));
      }
    }
    return segment;
  }

  /**
   * Returns the steps of an outcome that Tasker Core takes.
   *
   * @param decision the decision
   * @param chosen the branches, none of them a decision
   * @return the steps, those that exist already included
   */
  Set<String> decided(String decision, Collection<String> chosen) {
    Segment segment = segment(decision);
    Set<String> created = new LinkedHashSet<>(chosen);
    // All of them, whichever branch they are on.
    created.addAll(segment.exits());
    follow(
        created,
        new ArrayDeque<>(created),
        step ->
            segment.steps().contains(step)
                && !is(step, StepType.DEFERRED_CONVERGENCE)
                && !is(step, StepType.BATCH_WORKER));
    Deque<String> convergences = new ArrayDeque<>(converging(created));
    follow(
        created,
        convergences,
        step ->
            graph.dependencies(step).stream()
                .allMatch(needed -> needed.equals(decision) || created.contains(needed)));
    return created;
  }

  private void follow(Set<String> created, Deque<String> open, Predicate<String> isCreated) {
    while (!open.isEmpty()) {
      for (String next : graph.dependents(open.remove())) {
        if (!created.contains(next) && isCreated.test(next)) {
          created.add(next);
          open.add(next);
        }
      }
    }
  }

  // One look at each, in the order of the template.
  private Set<String> converging(Set<String> created) {
    Set<String> convergences = new LinkedHashSet<>();
    for (StepDefinition step : template.steps()) {
      if (step.type() == StepType.DEFERRED_CONVERGENCE
          && step.dependencies().stream().anyMatch(created::contains)) {
        created.add(step.name());
        convergences.add(step.name());
      }
    }
    return convergences;
  }

  /**
   * Returns the steps that come with the batches of a worker step.
   *
   * @param worker the worker step
   * @return the convergences of its batches, and nothing below them
   */
  Set<String> batched(String worker) {
    Set<String> created = new LinkedHashSet<>();
    for (String step : graph.dependents(worker)) {
      if (is(step, StepType.DEFERRED_CONVERGENCE)) {
        created.add(step);
      }
    }
    return created;
  }

  private boolean is(String step, StepType type) {
    StepDefinition definition = steps.get(step);
    return definition != null && definition.type() == type;
  }
}
