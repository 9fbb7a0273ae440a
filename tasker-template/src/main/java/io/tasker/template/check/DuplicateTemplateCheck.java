package io.tasker.template.check;

import io.tasker.template.LocatedTemplate;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import io.tasker.template.problem.TemplateProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Namespace, name and version belong to one template; each that shares them is reported. */
final class DuplicateTemplateCheck {
  private DuplicateTemplateCheck() {}

  static List<TemplateProblem> check(Collection<LocatedTemplate> templates) {
    Map<String, List<LocatedTemplate>> byIdentity =
        templates.stream()
            .collect(
                Collectors.groupingBy(
                    located -> located.template().identity(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<TemplateProblem> problems = new ArrayList<>();
    byIdentity.forEach(
        (identity, sharing) -> {
          if (sharing.size() > 1) {
            sharing.forEach(located -> problems.addAll(report(located, sharing)));
          }
        });
    return problems;
  }

  private static List<TemplateProblem> report(
      LocatedTemplate located, List<LocatedTemplate> sharing) {
    List<String> others =
        sharing.stream()
            .map(LocatedTemplate::fileName)
            .filter(file -> !file.equals(located.fileName()))
            .sorted()
            .toList();
    ProblemCollector problems = new ProblemCollector(located.fileName(), located.positions());
    problems.report(
        ProblemCode.DUPLICATE_TEMPLATE,
        TemplatePath.root().key("name"),
        "template '" + located.template().identity() + "' is in " + sharing.size() + " files.",
        Details.none()
            .line("also", Details.list(others))
            .fix(
                "change name or version of one; the last one registered would replace the other."));
    return problems.problems();
  }
}
