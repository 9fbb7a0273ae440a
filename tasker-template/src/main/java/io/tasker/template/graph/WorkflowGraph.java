package io.tasker.template.graph;

import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps of a workflow and the edges between them.
 *
 * <p>A dependency on a step that does not exist is no edge, a dependency named twice is one edge,
 * and of several steps with one name the first counts. Building a graph and each query takes time
 * linear in steps and edges, without recursion.
 */
public final class WorkflowGraph {
  private final Map<String, List<String>> dependencies;
  private final Map<String, List<String>> dependents;

  private WorkflowGraph(Map<String, List<String>> dependencies) {
    this.dependencies = dependencies;
    this.dependents = new LinkedHashMap<>();
    dependencies.keySet().forEach(step -> dependents.put(step, new ArrayList<>()));
    dependencies.forEach(
        (step, needed) -> needed.forEach(dependency -> dependents.get(dependency).add(step)));
  }

  /**
   * Returns the graph of a template.
   *
   * @param template the template
   * @return its graph
   */
  public static WorkflowGraph of(TaskTemplate template) {
    Map<String, List<String>> written = new LinkedHashMap<>();
    for (StepDefinition step : template.steps()) {
      written.putIfAbsent(step.name(), step.dependencies());
    }
    return of(written);
  }

  /**
   * Returns the graph of steps and their direct dependencies.
   *
   * @param dependencies the dependencies by step, in the order the steps were written
   * @return the graph
   */
  public static WorkflowGraph of(Map<String, ? extends Collection<String>> dependencies) {
    Map<String, List<String>> edges = new LinkedHashMap<>();
    dependencies.forEach(
        (step, needed) ->
            edges.put(step, needed.stream().filter(dependencies::containsKey).distinct().toList()));
    return new WorkflowGraph(edges);
  }

  /**
   * Returns the steps.
   *
   * @return the names in the order they were written
   */
  public Set<String> steps() {
    return Collections.unmodifiableSet(dependencies.keySet());
  }

  /**
   * Returns the steps a step needs directly.
   *
   * @param step the step
   * @return its direct dependencies in the order they were written
   * @throws IllegalArgumentException if there is no such step
   */
  public List<String> dependencies(String step) {
    return neighbours(dependencies, step);
  }

  /**
   * Returns the steps that need a step directly.
   *
   * @param step the step
   * @return its direct dependents in the order they were written
   * @throws IllegalArgumentException if there is no such step
   */
  public List<String> dependents(String step) {
    return neighbours(dependents, step);
  }

  /**
   * Returns all steps a step needs, directly or not: those whose results it can read.
   *
   * @param step the step
   * @return its ancestors, nearest first; the step itself only if it is in a cycle
   * @throws IllegalArgumentException if there is no such step
   */
  public Set<String> ancestors(String step) {
    return Reachability.from(step, this::dependencies);
  }

  /**
   * Returns all steps that need a step, directly or not.
   *
   * @param step the step
   * @return its descendants, nearest first; the step itself only if it is in a cycle
   * @throws IllegalArgumentException if there is no such step
   */
  public Set<String> descendants(String step) {
    return Reachability.from(step, this::dependents);
  }

  /**
   * Returns the steps without dependencies.
   *
   * @return the names in the order they were written
   */
  public List<String> roots() {
    return steps().stream().filter(step -> dependencies(step).isEmpty()).toList();
  }

  /**
   * Returns the steps that no step needs.
   *
   * @return the names in the order they were written
   */
  public List<String> leaves() {
    return steps().stream().filter(step -> dependents(step).isEmpty()).toList();
  }

  /**
   * Returns the steps so that each comes after its dependencies. The order is Tasker Core's: the
   * roots by name, then, step by step, what becomes ready with it, by name.
   *
   * @return every step, whatever order they were written in
   * @throws IllegalStateException if there is a cycle
   */
  public List<String> topologicalOrder() {
    return new Ordering(this).order();
  }

  /**
   * Returns the steps by the longest way from a root.
   *
   * @return the roots, then what needs roots only, and so on; by topological order within a level
   * @throws IllegalStateException if there is a cycle
   */
  public List<List<String>> levels() {
    return new Ordering(this).levels();
  }

  /**
   * Returns the cycles: for each group of steps that all need each other, a shortest one.
   *
   * @return each cycle as the steps along it, every step needing the next and the last one the
   *     first; it begins at its alphabetically first step, and so do the cycles among each other
   */
  public List<List<String>> cycles() {
    return new Cycles(this).find();
  }

  private static List<String> neighbours(Map<String, List<String>> edges, String step) {
    List<String> neighbours = edges.get(step);
    if (neighbours == null) {
      throw new IllegalArgumentException("no step has the name '" + step + "'");
    }
    return Collections.unmodifiableList(neighbours);
  }
}
