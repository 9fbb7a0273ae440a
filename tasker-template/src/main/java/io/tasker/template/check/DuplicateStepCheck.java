package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.Position;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A step name is unique; each step that shares one is reported, for none is more wrong. */
final class DuplicateStepCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    Map<String, List<Inspected.Step>> byName =
        inspected.steps().stream()
            .collect(
                Collectors.groupingBy(
                    Inspected.Step::name, LinkedHashMap::new, Collectors.toList()));
    byName.forEach(
        (name, steps) -> {
          if (steps.size() > 1) {
            steps.forEach(step -> report(inspected, problems, step, steps));
          }
        });
  }

  private static void report(
      Inspected inspected,
      ProblemCollector problems,
      Inspected.Step step,
      List<Inspected.Step> sharing) {
    List<String> others =
        sharing.stream()
            .filter(other -> !other.equals(step))
            .map(other -> place(inspected, other.path()))
            .toList();
    problems.report(
        ProblemCode.DUPLICATE_STEP,
        step.path().key("name"),
        "step name '" + step.name() + "' is used by " + sharing.size() + " steps.",
        Details.none()
            .line("also", Details.list(others))
            .fix("rename one; a step name must be unique within a template."));
  }

  private static String place(Inspected inspected, TemplatePath step) {
    return inspected
        .positions()
        .nearest(step.key("name"))
        .map(Position::line)
        .map(line -> "line " + line)
        .orElse(step.toString());
  }
}
