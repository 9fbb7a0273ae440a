package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No step needs itself, directly or not. Silent where names are not unique, for then the edges are
 * not certain.
 */
final class DependencyCycleCheck implements TemplateCheck {
  private static final int LISTED = 8;

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    if (!inspected.hasDuplicateSteps()) {
      inspected.graph().cycles().forEach(cycle -> report(inspected, problems, cycle));
    }
  }

  private static void report(Inspected inspected, ProblemCollector problems, List<String> cycle) {
    String first = cycle.get(0);
    String needed = cycle.get(1 % cycle.size());
    problems.report(
        ProblemCode.DEPENDENCY_CYCLE,
        edge(inspected, first, needed),
        cycle.size() == 1
            ? "step '" + first + "' depends on itself, so it can never run."
            : "steps " + path(cycle) + " depend on each other, so none of them can ever run.",
        Details.none().fix("remove one of these dependencies."));
  }

  private static String path(List<String> cycle) {
    Stream<String> shown =
        cycle.size() <= LISTED
            ? Stream.concat(cycle.stream(), cycle.stream().limit(1))
            : cycle.stream().limit(LISTED);
    String path = shown.map(step -> "'" + step + "'").collect(Collectors.joining(" -> "));
    return cycle.size() <= LISTED
        ? path
        : path + " -> … and " + (cycle.size() - LISTED) + " more -> '" + cycle.get(0) + "'";
  }

  private static TemplatePath edge(Inspected inspected, String step, String dependency) {
    return inspected.steps().stream()
        .filter(candidate -> candidate.name().equals(step))
        .map(
            found ->
                found
                    .path()
                    .key("dependencies")
                    .item(found.definition().dependencies().indexOf(dependency)))
        .findFirst()
        .orElseThrow();
  }
}
