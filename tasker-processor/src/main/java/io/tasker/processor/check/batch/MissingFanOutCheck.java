package io.tasker.processor.check.batch;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.StepKind;

/** An analyzer names its worker, unless templates say where its step is. */
final class MissingFanOutCheck implements Check.OfModule {

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass handlers : module.classes()) {
      handlers.handlers().stream()
          .filter(handler -> handler.kind() == StepKind.BATCH_ANALYZER)
          .filter(handler -> handler.settings().fanOut().isEmpty())
          .filter(handler -> !module.isPlacedByTemplates(handlers, handler))
          .map(MissingFanOutCheck::missing)
          .forEach(diagnostics::report);
    }
  }

  private static Problem missing(HandlerModel handler) {
    return Problem.error(
        Code.MISSING_FAN_OUT,
        handler.at(),
        "step '%s' returns BatchPlan, but has no @FanOut that names its worker."
            .formatted(handler.step()),
        "fix: add @FanOut(worker = \"<step>\"), naming a step that takes BatchSlice.");
  }
}
