package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.time.Duration;
import java.util.Optional;

/** A timeout leaves time for an attempt. */
final class TimeoutCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      check(problems, step.path(), step.quoted(), step.definition().timeout());
    }
    Overrides.forEach(
        inspected, (override, path, owner) -> check(problems, path, owner, override.timeout()));
  }

  private static void check(
      ProblemCollector problems, TemplatePath holder, String owner, Optional<Duration> timeout) {
    if (timeout.isPresent() && timeout.get().toSeconds() < 1) {
      problems.report(
          ProblemCode.INVALID_DURATION,
          holder.key("timeout_seconds"),
          owner
              + " has a timeout of "
              + timeout.get().toSeconds()
              + " s, so no attempt can succeed.",
          Details.none().fix("write at least 1, or leave timeout_seconds out for no limit."));
    }
  }
}
