package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.MethodModel.Trait;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.RetryModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step whose handler declares a failure that a further attempt may heal is given one. */
final class NeverRetriedCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      workflow.handlers().stream()
          .filter(handler -> handler.is(Trait.THROWS_RETRYABLE))
          .flatMap(handler -> problem(workflow, handler).stream())
          .forEach(diagnostics::report);
    }
    for (HandlerModel handler : module.templates().handlers()) {
      module.templates().usages(handler).stream()
          .filter(usage -> handler.is(Trait.THROWS_RETRYABLE))
          .flatMap(usage -> problem(handler, usage).stream())
          .findFirst()
          .ifPresent(diagnostics::report);
    }
  }

  private static Optional<Problem> problem(HandlerClass workflow, HandlerModel handler) {
    Optional<RetryModel> own = handler.settings().retry();
    SourceRef at = own.map(retry -> retry.maxAttempts().at()).orElse(handler.at());
    return own.or(() -> workflow.settings().retry())
        .flatMap(retry -> why(retry.retryable(), retry.maxAttempts().value(), "retryable = false"))
        .map(why -> problem(at, handler.step(), why, List.of()));
  }

  private static Optional<Problem> problem(HandlerModel handler, Usage usage) {
    RetryPolicy retry = usage.step().definition().retry();
    String place = usage.template().place(usage.step().path().key("retry"));
    return why(retry.retryable(), retry.maxAttempts(), "retryable: false")
        .map(why -> problem(handler.at(), usage.step().name(), why, List.of("template: " + place)));
  }

  private static Optional<String> why(boolean retryable, int attempts, String setting) {
    if (!retryable) {
      return Optional.of("is " + setting);
    }
    return attempts == 1 ? Optional.of("has one attempt") : Optional.empty();
  }

  private static Problem problem(SourceRef at, String step, String why, List<String> template) {
    List<String> details = new ArrayList<>(template);
    details.add("fix: allow more attempts, or throw a PermanentException.");
    return Problem.error(
            Code.NEVER_RETRIED,
            at,
            "step '%s' throws a RetryableException, but is never tried again: it %s."
                .formatted(step, why),
            details)
        .asWarning();
  }
}
