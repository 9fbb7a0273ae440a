package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;

/** A template has steps. */
final class NoStepsCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    if (inspected.steps().isEmpty()) {
      problems.report(
          ProblemCode.NO_STEPS,
          TemplatePath.root().key("steps"),
          "template '" + inspected.template().name() + "' has no steps.",
          Details.none().fix("add at least one step under 'steps'."));
    }
  }
}
