package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.DurationText;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.RetryModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepSettings;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.RetryPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a template says how often and how long a step is tried, its handler says the same. */
final class SettingMatchCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    Set<SourceRef> told = new HashSet<>();
    for (HandlerModel handler : module.templates().handlers()) {
      if (module.isInWorkflow(handler)) {
        // There they do have an effect.
        continue;
      }
      Optional<StepSettings> ofClass =
          module.classes().stream()
              .filter(each -> each.handlers().contains(handler))
              .map(HandlerClass::settings)
              .findFirst();
      StepSettings own = handler.settings();
      for (Usage usage : module.templates().usages(handler)) {
        Stream.concat(
                own.timeout().or(() -> ofClass.flatMap(StepSettings::timeout)).stream()
                    .flatMap(timeout -> timeout(usage, timeout).stream()),
                own.retry().or(() -> ofClass.flatMap(StepSettings::retry)).stream()
                    .flatMap(retry -> retry(usage, retry).stream()))
            // What a class says for several steps is one mistake.
            .filter(problem -> !problem.at().method().isEmpty() || told.add(problem.at()))
            .forEach(diagnostics::report);
      }
    }
    module.classes().stream()
        .filter(handlers -> isBare(module, handlers))
        .forEach(handlers -> checkBare(handlers, diagnostics));
  }

  private static boolean isBare(ModuleModel module, HandlerClass handlers) {
    return handlers.workflow().isEmpty()
        && !handlers.handlers().isEmpty()
        && handlers.handlers().stream()
            .noneMatch(handler -> module.isPlacedByTemplates(handlers, handler));
  }

  /** On a class these are for the steps of a workflow, which this one is not. */
  private static void checkBare(HandlerClass handlers, Diagnostics diagnostics) {
    String type = String.join(".", handlers.name().simpleNames());
    handlers
        .settings()
        .timeout()
        .ifPresent(timeout -> diagnostics.report(bare(type, "@Timeout", timeout.at())));
    handlers
        .settings()
        .retry()
        .ifPresent(retry -> diagnostics.report(bare(type, "@Retry", retry.maxAttempts().at())));
  }

  private static Problem bare(String type, String annotation, SourceRef at) {
    return Problem.error(
            Code.SETTING_MISMATCH,
            at,
            "%s of %s has no effect: the class has no @Workflow.".formatted(annotation, type),
            "fix: add @Workflow, or write it in the template that names the handlers.")
        .asWarning();
  }

  private static Optional<Problem> timeout(Usage usage, Located<String> written) {
    Optional<Duration> said = DurationText.parse(written.value());
    Optional<Duration> valid = usage.step().definition().timeout();
    return said.isEmpty() || said.equals(valid)
        ? Optional.empty()
        : Optional.of(
            problem(
                usage,
                written,
                "@Timeout",
                "timeout_seconds",
                valid.map(limit -> limit.toSeconds() + " s").orElse("no limit")));
  }

  private static Optional<Problem> retry(Usage usage, RetryModel written) {
    RetryPolicy valid = usage.step().definition().retry();
    boolean same =
        written.retryable() == valid.retryable()
            && written.maxAttempts().value() == valid.maxAttempts()
            && written.backoff().equals(valid.backoff().name())
            && DurationText.parse(written.base().value()).filter(valid.base()::equals).isPresent()
            && DurationText.parse(written.max().value()).filter(valid.max()::equals).isPresent();
    return same
        ? Optional.empty()
        : Optional.of(
            problem(
                usage,
                written.maxAttempts(),
                "@Retry",
                "retry",
                "%d attempts, %s from %d ms to %d ms"
                    .formatted(
                        valid.retryable() ? valid.maxAttempts() : 1,
                        valid.backoff().yamlName(),
                        valid.base().toMillis(),
                        valid.max().toMillis())));
  }

  private static Problem problem(
      Usage usage, Located<?> at, String annotation, String key, String valid) {
    return Problem.error(
            Code.SETTING_MISMATCH,
            at.at(),
            "%s of step '%s' has no effect: template %s says %s."
                .formatted(annotation, usage.step().name(), usage.template().identity(), valid),
            "template: " + usage.template().place(usage.step().path().key(key)),
            "fix: remove %s, or write the same in the template.".formatted(annotation))
        .asWarning();
  }
}
