package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel.Event;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.Unbound;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.TypeText;

/** Every parameter says where its argument comes from. */
final class UnboundParameterCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      handler.parameters().stream()
          // An event is for subscribers.
          .filter(each -> each instanceof Unbound || each instanceof Event)
          .forEach(parameter -> diagnostics.report(problem(handler, parameter.slot())));
    }
  }

  private static Problem problem(HandlerModel handler, Slot slot) {
    return Problem.error(
        Code.UNBOUND_PARAMETER,
        slot.at(),
        "nothing supplies parameter '%s' of step '%s'.".formatted(slot.name(), handler.step()),
        "fix: " + fix(slot));
  }

  private static String fix(Slot slot) {
    if (TypeText.simple(slot.type().name()).equals("ApiClient")) {
      return "annotate it with @Api(\"https://…\"), or with @Provided for a client of the application.";
    }
    return "annotate it with @Input(\"%s\") for a field of the task's input or @Input for all of it, @Depends(\"<step>\"), @Config(\"<key>\") or @Provided, or take StepContext."
        .formatted(SnakeCase.stepName(slot.name()));
  }
}
