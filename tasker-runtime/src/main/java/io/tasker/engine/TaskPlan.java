package io.tasker.engine;

import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.graph.WorkflowGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A template as the machine needs it: steps by index, with the edges in both directions. Computed
 * once per template and shared by all its tasks.
 */
public final class TaskPlan {
  private final TaskTemplate template;
  private final List<StepPlan> steps;
  private final Map<String, StepPlan> byName;
  private final int[][] dependents;
  private final Ancestry ancestry;
  private final StepCreation creation;

  private TaskPlan(TaskTemplate template, List<StepPlan> steps, List<Integer> order) {
    this.template = template;
    this.steps = List.copyOf(steps);
    Map<String, StepPlan> names = new LinkedHashMap<>();
    steps.forEach(step -> names.put(step.name(), step));
    this.byName = names;
    this.dependents =
        steps.stream()
            .map(step -> step.dependents().stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    this.ancestry = new Ancestry(this.steps);
    this.creation = new StepCreation(this.steps, order, ancestry);
  }

  /**
   * Returns the plan of a template.
   *
   * @param template the template
   * @return the plan
   * @throws IllegalArgumentException if two steps have one name, a dependency is unknown, the steps
   *     depend on each other in a circle or a batchable step has no batch worker of its own
   */
  public static TaskPlan of(TaskTemplate template) {
    List<String> names = template.steps().stream().map(StepDefinition::name).toList();
    Set<String> known = new LinkedHashSet<>();
    List<String> repeated = names.stream().filter(name -> !known.add(name)).distinct().toList();
    refuse(template, "steps share the name", repeated);
    for (StepDefinition step : template.steps()) {
      List<String> unknown =
          step.dependencies().stream().filter(name -> !known.contains(name)).toList();
      refuse(template, "step '" + step.name() + "' depends on what is not a step:", unknown);
    }
    WorkflowGraph graph = WorkflowGraph.of(template);
    graph.cycles().stream()
        .findFirst()
        .ifPresent(cycle -> refuse(template, "steps wait for each other in a circle:", cycle));
    Map<String, Integer> indexes = new HashMap<>();
    names.forEach(name -> indexes.put(name, indexes.size()));
    List<StepPlan> steps = new ArrayList<>();
    for (StepDefinition step : template.steps()) {
      steps.add(
          new StepPlan(
              steps.size(),
              steps.size(),
              step.name(),
              step,
              indexes(graph.dependencies(step.name()), indexes),
              indexes(graph.dependents(step.name()), indexes)));
    }
    List<Integer> order = graph.topologicalOrder().stream().map(indexes::get).toList();
    TaskPlan plan = new TaskPlan(template, steps, order);
    refuse(template, "no batch worker of its own has", plan.creation.withoutWorker());
    return plan;
  }

  private static void refuse(TaskTemplate template, String what, List<String> steps) {
    if (!steps.isEmpty()) {
      throw new IllegalArgumentException(
          template.identity() + ": " + what + " " + String.join(", ", steps));
    }
  }

  // By index, which is the order of the template.
  private static List<Integer> indexes(Collection<String> names, Map<String, Integer> indexes) {
    return names.stream().map(indexes::get).sorted().toList();
  }

  /**
   * Returns the template.
   *
   * @return the template
   */
  public TaskTemplate template() {
    return template;
  }

  /**
   * Returns the steps.
   *
   * @return the steps in the order of the template; unmodifiable
   */
  public List<StepPlan> steps() {
    return steps;
  }

  /** Returns which steps are above and below which. */
  Ancestry ancestry() {
    return ancestry;
  }

  /** Returns which steps exist when. */
  StepCreation creation() {
    return creation;
  }

  /**
   * Returns the steps that exist from the start of a task.
   *
   * @return their names in the order of the template
   */
  public Set<String> initialSteps() {
    return names(steps.stream().map(StepPlan::index).filter(creation::isInitial).toList());
  }

  /**
   * Returns the steps that come into being when a decision chooses branches, or with the batches of
   * a worker step.
   *
   * @param chosen the names of the branches, or of the worker step
   * @return the names of the steps, in the order of the template; with the branches, but without
   *     worker steps and without what exists from the start
   */
  public Set<String> stepsCreatedWith(Collection<String> chosen) {
    List<Integer> seeds =
        steps.stream().filter(step -> chosen.contains(step.name())).map(StepPlan::index).toList();
    return names(creation.created(seeds, creation::isInitial));
  }

  private Set<String> names(List<Integer> indexes) {
    Set<String> names = new LinkedHashSet<>();
    indexes.forEach(index -> names.add(steps.get(index).name()));
    return names;
  }

  /** Returns the indexes of the steps that wait for a step, not to be changed. */
  int[] dependents(int step) {
    return dependents[step];
  }

  /**
   * Returns the step of a name.
   *
   * @param name the step name
   * @return the step, or empty if there is none of that name
   */
  public Optional<StepPlan> step(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
