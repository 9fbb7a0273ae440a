package io.tasker.processor.model;

import io.tasker.template.StepType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps of a template run only if decisions choose them, as {@link Branches} says it for a
 * workflow: a route is known by the step right below the decision, and a step lies behind every
 * route that must be taken for it to run.
 */
public final class TemplateBranches {
  private final TemplateModel template;
  private final Map<String, Set<String>> behind = new HashMap<>();

  private TemplateBranches(TemplateModel template) {
    this.template = template;
  }

  /** Returns the branches of a template whose graph is certain. */
  public static TemplateBranches of(TemplateModel template) {
    return new TemplateBranches(template);
  }

  /** Returns the routes a step lies behind, the outermost first; none if it always runs. */
  public Set<String> behind(TemplateStep step) {
    Set<String> known = behind.get(step.name());
    if (known == null) {
      known = compute(step);
      behind.put(step.name(), known);
    }
    return known;
  }

  /** Returns whether the steps that a step waits for lie on different routes. */
  public boolean hasSeveralRoutes(TemplateStep step) {
    List<Set<String>> conditions = needed(step).stream().map(this::behind).toList();
    Set<String> all = new LinkedHashSet<>();
    conditions.forEach(all::addAll);
    return !all.isEmpty() && !conditions.contains(all);
  }

  /** Returns the routes that must be taken for any conditional step that a step waits for. */
  public Set<String> shared(TemplateStep step) {
    return shared(needed(step));
  }

  /** Returns the steps that a step waits for directly. */
  public List<TemplateStep> needed(TemplateStep step) {
    return step.definition().dependencies().stream()
        .map(template::step)
        .flatMap(Optional::stream)
        .toList();
  }

  private Set<String> compute(TemplateStep step) {
    List<TemplateStep> needed = needed(step);
    if (step.definition().type() == StepType.DEFERRED_CONVERGENCE) {
      return shared(needed);
    }
    Set<String> routes = new LinkedHashSet<>();
    needed.forEach(dependency -> routes.addAll(behind(dependency)));
    if (needed.stream()
        .anyMatch(dependency -> dependency.definition().type() == StepType.DECISION)) {
      routes.add(step.name());
    }
    return routes;
  }

  /** A convergence runs if one of its conditional steps did, so what all of these need is taken. */
  private Set<String> shared(List<TemplateStep> needed) {
    List<Set<String>> conditional =
        needed.stream().map(this::behind).filter(routes -> !routes.isEmpty()).toList();
    Set<String> shared = new LinkedHashSet<>(conditional.isEmpty() ? Set.of() : conditional.get(0));
    conditional.forEach(shared::retainAll);
    return shared;
  }
}
