package io.tasker.template.check;

import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some settings are stored and not used by Tasker Core 0.1. One note for all of them: they are no
 * mistake, and the local engine does honour timeouts and waits.
 */
final class InertSettingCheck implements TemplateCheck {
  @Override
  public void check(Inspected inspected, ProblemCollector problems) {
    TaskTemplate template = inspected.template();
    List<String> settings = new ArrayList<>();
    addIf(settings, !template.systemDependencies().isEmpty(), "system_dependencies");
    addIf(settings, !template.domainEvents().isEmpty(), "domain_events");
    addIf(settings, has(template, step -> !step.systemDependency().isEmpty()), "system_dependency");
    List<String> kept = new ArrayList<>();
    addIf(kept, has(template, step -> step.timeout().isPresent()), "timeout_seconds");
    addIf(kept, has(template, step -> waits(step.retry())), "backoff");
    settings.addAll(kept);
    if (!settings.isEmpty()) {
      problems.report(
          ProblemCode.INERT_SETTING,
          TemplatePath.root(),
          "Tasker Core's own worker does not use: " + String.join(", ", settings) + ".",
          kept.isEmpty() ? Details.none() : whoDoes(kept));
    }
  }

  private static Details whoDoes(List<String> kept) {
    return Details.none()
        .line(
            "here",
            "the local engine and this project's worker keep %s."
                .formatted(String.join(" and ", kept)))
        .line("there", "what its own worker keeps stands in the server's files.");
  }

  private static void addIf(List<String> settings, boolean isUsed, String setting) {
    if (isUsed) {
      settings.add(setting);
    }
  }

  private static boolean has(TaskTemplate template, Predicate<StepDefinition> uses) {
    return template.steps().stream().anyMatch(uses);
  }

  private static boolean waits(RetryPolicy retry) {
    RetryPolicy usual = RetryPolicy.DEFAULT;
    return retry.backoff() != usual.backoff()
        || !retry.base().equals(usual.base())
        || !retry.max().equals(usual.max());
  }
}
