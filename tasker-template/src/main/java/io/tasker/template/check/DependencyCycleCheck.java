package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * No step needs itself, directly or not. Silent where names are not unique, for then the edges are
 * not certain.
 */
final class DependencyCycleCheck implements TemplateCheck {
  private static final int LISTED = 8;

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    List<List<String>> cycles =
        inspected.hasDuplicateSteps() ? List.of() : inspected.graph().cycles();
    if (!cycles.isEmpty()) {
      Map<String, Inspected.Step> steps = new HashMap<>();
      inspected.steps().forEach(step -> steps.put(step.name(), step));
      cycles.forEach(cycle -> report(inspected, problems, edges(cycle, steps), cycle));
    }
  }

  private static void report(
      Inspected inspected,
      ProblemCollector problems,
      List<TemplatePath> edges,
      List<String> cycle) {
    if (cycle.size() == 1) {
      problems.report(
          ProblemCode.DEPENDENCY_CYCLE,
          edges.get(0),
          "step '" + cycle.get(0) + "' depends on itself, so it can never run.",
          Details.none().fix("remove this dependency."));
      return;
    }
    List<String> positions =
        edges.stream()
            .flatMap(edge -> inspected.positions().find(edge).stream())
            .map(Position::toString)
            .toList();
    Details details =
        positions.isEmpty() ? Details.none() : Details.none().line("at", Details.list(positions));
    problems.report(
        ProblemCode.DEPENDENCY_CYCLE,
        edges.get(0),
        "steps " + path(cycle) + " depend on each other, so none of them can ever run.",
        details.fix("remove one of these dependencies."));
  }

  /** The place of each dependency along the cycle. */
  private static List<TemplatePath> edges(List<String> cycle, Map<String, Inspected.Step> steps) {
    List<TemplatePath> edges = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      Inspected.Step step = steps.get(cycle.get(i));
      int index = step.definition().dependencies().indexOf(cycle.get((i + 1) % cycle.size()));
      edges.add(step.path().key("dependencies").item(index));
    }
    return edges;
  }

  private static String path(List<String> cycle) {
    String path =
        cycle.stream()
            .limit(LISTED)
            .map(step -> "'" + step + "'")
            .collect(Collectors.joining(" -> "));
    int hidden = cycle.size() - LISTED;
    return path + (hidden > 0 ? " -> … " + hidden + " more" : "") + " -> '" + cycle.get(0) + "'";
  }
}
