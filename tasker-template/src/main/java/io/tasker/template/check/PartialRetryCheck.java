package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.List;

/**
 * An environment that changes retry says all of it, for its block replaces the step's. Only a file
 * shows what was left out.
 */
final class PartialRetryCheck implements TemplateCheck {
  private static final List<String> KEYS =
      List.of("retryable", "max_attempts", "backoff", "backoff_base_ms", "max_backoff_ms");

  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    Overrides.forEach(
        inspected,
        (override, path, owner) -> {
          TemplatePath retry = path.key("retry");
          List<String> missing =
              KEYS.stream()
                  .filter(key -> inspected.positions().find(retry.key(key)).isEmpty())
                  .toList();
          if (inspected.positions().find(retry).isPresent() && !missing.isEmpty()) {
            problems.report(
                ProblemCode.PARTIAL_RETRY_OVERRIDE,
                retry,
                owner + " has its whole retry replaced, so what is left out goes back to defaults.",
                Details.none()
                    .line("left out", Details.list(missing))
                    .fix("repeat the settings that should stay."));
          }
        });
  }
}
