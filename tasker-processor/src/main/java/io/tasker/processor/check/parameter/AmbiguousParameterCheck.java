package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel.Ambiguous;

/** The argument of a parameter comes from one place only. */
final class AmbiguousParameterCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      handler
          .parameters(Ambiguous.class)
          .forEach(parameter -> diagnostics.report(problem(handler, parameter)));
    }
  }

  private static Problem problem(HandlerModel handler, Ambiguous parameter) {
    return Problem.error(
        Code.AMBIGUOUS_PARAMETER,
        parameter.slot().at(),
        "parameter '%s' of step '%s' has %s, but its value comes from one place only."
            .formatted(
                parameter.slot().name(),
                handler.step(),
                String.join(" and ", parameter.annotations())),
        "fix: keep one of them.");
  }
}
