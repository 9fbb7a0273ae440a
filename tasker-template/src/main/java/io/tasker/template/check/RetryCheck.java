package io.tasker.template.check;

import io.tasker.template.RetryPolicy;
import io.tasker.template.StepOverride;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;

/** Attempts and waits are in their ranges, in steps and in what environments change. */
final class RetryCheck implements TemplateCheck {
  private static final Range ATTEMPTS = new Range("max_attempts", 1, 100);
  private static final Range BASE = new Range("backoff_base_ms", 100, 3_600_000);
  private static final Range MAX = new Range("max_backoff_ms", 1_000, 3_600_000);

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    for (Inspected.Step step : inspected.steps()) {
      check(problems, step.path().key("retry"), step.quoted(), step.definition().retry());
    }
    Overrides.forEach(
        inspected,
        (StepOverride override, TemplatePath path, String owner) ->
            override.retry().ifPresent(retry -> check(problems, path.key("retry"), owner, retry)));
  }

  private static void check(
      ProblemCollector problems, TemplatePath path, String owner, RetryPolicy retry) {
    int attempts = retry.maxAttempts();
    ATTEMPTS.check(problems, ProblemCode.INVALID_RETRY, path, owner, attempts, attempts < 1);
    long base = retry.base().toMillis();
    long max = retry.max().toMillis();
    BASE.check(problems, ProblemCode.INVALID_RETRY, path, owner, base, false);
    MAX.check(problems, ProblemCode.INVALID_RETRY, path, owner, max, false);
    if (max < base) {
      problems.report(
          ProblemCode.INVALID_RETRY,
          path.key("max_backoff_ms"),
          owner
              + " has a longest wait of "
              + max
              + " ms, shorter than its first of "
              + base
              + " ms.",
          Details.none().fix("raise max_backoff_ms, or lower backoff_base_ms."));
    }
  }
}
