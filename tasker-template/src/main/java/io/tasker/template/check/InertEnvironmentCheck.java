package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;

/** Tasker Core's own worker always selects {@code production}. */
final class InertEnvironmentCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (String environment : inspected.template().environments().keySet()) {
      if (!environment.equals("production")) {
        problems.report(
            ProblemCode.INERT_ENVIRONMENT,
            TemplatePath.root().key("environments").key(environment),
            "Tasker Core's own worker always takes environment 'production', never '"
                + environment
                + "'.",
            Details.none());
      }
    }
  }
}
