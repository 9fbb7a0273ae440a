package io.tasker.processor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which steps of a workflow run only if decisions choose them. A route is known by the step that
 * the decision names; a step lies behind every route that must be taken for it to run.
 */
public final class Branches {
  private final Upstream upstream;
  private final Map<String, HandlerModel> steps = new LinkedHashMap<>();
  private final Map<String, List<HandlerModel>> deciders = new HashMap<>();
  private final Map<String, Set<String>> behind = new LinkedHashMap<>();
  private final Set<String> visiting = new HashSet<>();

  private Branches(HandlerClass workflow) {
    this.upstream = Upstream.of(workflow);
    for (HandlerModel handler : workflow.handlers()) {
      steps.putIfAbsent(handler.step(), handler);
      for (String route : new LinkedHashSet<>(handler.routes())) {
        deciders.computeIfAbsent(route, key -> new ArrayList<>()).add(handler);
      }
    }
  }

  /** Returns the branches of a workflow. */
  public static Branches of(HandlerClass workflow) {
    return new Branches(workflow);
  }

  /** Returns the decisions that may choose a step. */
  public List<HandlerModel> deciders(String step) {
    return deciders.getOrDefault(step, List.of());
  }

  /** Returns the routes a step lies behind, the outermost first; none if it always runs. */
  public Set<String> behind(String step) {
    HandlerModel handler = steps.get(step);
    Set<String> known = behind.get(step);
    if (known != null) {
      return known;
    }
    // A circle of steps is told elsewhere.
    if (handler == null || !visiting.add(step)) {
      return Set.of();
    }
    Set<String> found = compute(handler);
    visiting.remove(step);
    behind.put(step, found);
    return found;
  }

  /**
   * Returns whether a task may end without a step, because a decision above it may take no branch
   * at all. So may what brings all branches together.
   */
  public boolean mayNotRun(String step) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(step));
    while (!open.isEmpty()) {
      String next = open.remove();
      HandlerModel handler = steps.get(next);
      if (handler == null || !seen.add(next)) {
        continue;
      }
      if (!deciders(next).isEmpty()) {
        return true;
      }
      upstream.of(handler).forEach(open::add);
    }
    return false;
  }

  private Set<String> compute(HandlerModel handler) {
    List<HandlerModel> choosing = deciders(handler.step());
    if (!choosing.isEmpty()) {
      Set<String> route = common(choosing.stream().map(decider -> behind(decider.step())).toList());
      route.add(handler.step());
      return route;
    }
    // A convergence is created with any of what it waits for, another step with all of it.
    return isConvergence(handler) ? shared(handler) : all(conditions(handler));
  }

  /**
   * Returns whether a step brings together what only part of the tasks have run: several routes, or
   * steps it can do without, or the batches of a worker.
   */
  public boolean isConvergence(HandlerModel handler) {
    if (!handler.parameters(ParameterModel.Results.class).isEmpty()) {
      return true;
    }
    return deciders(handler.step()).isEmpty()
        && (hasSeveralRoutes(handler)
            || !all(required(handler)).containsAll(all(conditions(handler))));
  }

  /** Returns whether the steps that a handler waits for lie on different routes. */
  public boolean hasSeveralRoutes(HandlerModel handler) {
    List<Set<String>> conditions = conditions(handler);
    return !conditions.isEmpty() && !conditions.contains(all(conditions));
  }

  /** Returns the routes that must be taken for every step a handler waits for. */
  public Set<String> shared(HandlerModel handler) {
    return common(conditions(handler));
  }

  private List<Set<String>> conditions(HandlerModel handler) {
    return conditional(upstream.of(handler).stream());
  }

  private List<Set<String>> conditional(Stream<String> upstream) {
    return upstream.map(this::behind).filter(routes -> !routes.isEmpty()).toList();
  }

  private List<Set<String>> required(HandlerModel handler) {
    Set<String> optional =
        handler.parameters(ParameterModel.Dependency.class).stream()
            .filter(ParameterModel.Dependency::isOptional)
            .map(dependency -> dependency.step().value())
            .collect(Collectors.toSet());
    return conditional(upstream.of(handler).stream().filter(step -> !optional.contains(step)));
  }

  private static Set<String> all(List<Set<String>> routes) {
    Set<String> all = new LinkedHashSet<>();
    routes.stream().sorted((a, b) -> Integer.compare(a.size(), b.size())).forEach(all::addAll);
    return all;
  }

  private static Set<String> common(List<Set<String>> routes) {
    Set<String> common = new LinkedHashSet<>(routes.isEmpty() ? Set.of() : routes.get(0));
    routes.forEach(common::retainAll);
    return common;
  }
}
