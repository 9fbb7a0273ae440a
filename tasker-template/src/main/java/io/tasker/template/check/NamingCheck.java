package io.tasker.template.check;

import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.Finding;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.Optional;

/** The identity of a template and the names of its steps follow {@link NamingRules}. */
final class NamingCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    TaskTemplate template = inspected.template();
    TemplatePath root = TemplatePath.root();
    report(problems, root.key("namespace_name"), NamingRules.namespace(template.namespace()));
    report(problems, root.key("name"), NamingRules.templateName(template.name()));
    report(problems, root.key("version"), NamingRules.version(template.version()));
    for (Inspected.Step step : inspected.steps()) {
      report(problems, step.path().key("name"), NamingRules.stepName(step.name()));
    }
  }

  static void report(ProblemCollector problems, TemplatePath path, Optional<Finding> finding) {
    finding.ifPresent(
        found ->
            problems.report(
                found.code(), found.severity(), path, found.headline(), found.details()));
  }
}
