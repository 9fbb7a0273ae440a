package io.tasker.processor.check.step;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.check.rule.LowerSnakeCase;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.HandlerClass;

/** A step name is lower_snake_case. */
final class StepNameCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().stream()
        .map(handler -> handler.names().step())
        .filter(step -> !LowerSnakeCase.is(step.value()))
        .map(step -> LowerSnakeCase.problem(Code.INVALID_STEP_NAME, step, "a step name"))
        .forEach(diagnostics::report);
  }
}
