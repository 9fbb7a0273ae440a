package io.tasker.processor.check.batch;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.FanOutModel;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.problem.TemplatePath;
import java.util.Optional;

/** An analyzer and the template that uses it name the same batch worker. */
final class FanOutMatchCheck implements Check.OfModule {
  private static final String KEY = "worker_template_name";

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerModel handler : module.templates().handlers()) {
      handler
          .settings()
          .fanOut()
          .flatMap(
              fanOut ->
                  module.templates().usages(handler).stream()
                      .flatMap(usage -> problem(usage, fanOut).stream())
                      .findFirst())
          .ifPresent(diagnostics::report);
    }
  }

  private static Optional<Problem> problem(Usage usage, FanOutModel fanOut) {
    Object written = usage.step().definition().handler().initialization().get(KEY);
    TemplatePath path = usage.step().path().key("handler").key("initialization").key(KEY);
    // Without one, or with one that does not exist, the template is wrong by itself.
    if (!(written instanceof String worker)
        || !usage.template().isSound(path)
        || worker.equals(fanOut.worker().value())) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.error(
            Code.FAN_OUT_MISMATCH,
            fanOut.worker().at(),
            "step '%s' names '%s' as its batch worker, but template %s says '%s'."
                .formatted(
                    usage.step().name(),
                    fanOut.worker().value(),
                    usage.template().identity(),
                    worker),
            "template: " + usage.template().place(path),
            "fix: write the same name in both."));
  }
}
