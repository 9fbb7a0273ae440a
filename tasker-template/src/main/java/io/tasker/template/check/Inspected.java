package io.tasker.template.check;

import io.tasker.template.LocatedTemplate;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import io.tasker.template.problem.SourceMap;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A template and what several rules want to know about it. */
final class Inspected {

  /** A step and its place. */
  record Step(StepDefinition definition, TemplatePath path) {
    String name() {
      return definition.name();
    }

    String quoted() {
      return "step '" + name() + "'";
    }
  }

  private final LocatedTemplate located;
  private final WorkflowGraph graph;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, StepType> types = new HashMap<>();

  Inspected(LocatedTemplate located) {
    this.located = located;
    this.graph = WorkflowGraph.of(located.template());
    for (StepDefinition step : located.template().steps()) {
      steps.add(new Step(step, TemplatePath.step(steps.size())));
      types.putIfAbsent(step.name(), step.type());
    }
  }

  TaskTemplate template() {
    return located.template();
  }

  SourceMap positions() {
    return located.positions();
  }

  WorkflowGraph graph() {
    return graph;
  }

  List<Step> steps() {
    return steps;
  }

  List<Step> stepsOf(StepType type) {
    return steps.stream().filter(step -> step.definition().type() == type).toList();
  }

  /** Returns the kind of the step of a name, or empty if there is none. */
  Optional<StepType> typeOf(String step) {
    return Optional.ofNullable(types.get(step));
  }

  List<String> namesOf(StepType type) {
    return stepsOf(type).stream().map(Step::name).toList();
  }

  boolean hasDuplicateSteps() {
    return types.size() < steps.size();
  }

  boolean hasUnknownDependencies() {
    return steps.stream()
        .flatMap(step -> step.definition().dependencies().stream())
        .anyMatch(dependency -> typeOf(dependency).isEmpty());
  }

  /** Returns the steps that may not exist, or not once: batch workers and all below decisions. */
  Set<String> conditionalSteps() {
    Set<String> conditional = new HashSet<>(namesOf(StepType.BATCH_WORKER));
    Deque<String> queue = new ArrayDeque<>(conditional);
    queue.addAll(namesOf(StepType.DECISION));
    while (!queue.isEmpty()) {
      graph.dependents(queue.remove()).stream().filter(conditional::add).forEach(queue::add);
    }
    return conditional;
  }
}
