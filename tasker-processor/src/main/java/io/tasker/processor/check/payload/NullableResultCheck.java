package io.tasker.processor.check.payload;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.MethodModel;
import io.tasker.processor.model.TypeText;

/** A result is never null: a step that may have none says so by its type. */
final class NullableResultCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().stream()
        .filter(handler -> handler.is(MethodModel.Trait.NULLABLE))
        .map(NullableResultCheck::problem)
        .forEach(diagnostics::report);
  }

  private static Problem problem(HandlerModel handler) {
    String type = TypeText.simple(handler.returned().name());
    return Problem.error(
        Code.NULLABLE_RESULT,
        handler.at(),
        "step '%s' may return null, but a result is never null.".formatted(handler.step()),
        "fix: return Optional<%s>, and take it as that in the steps below.".formatted(type));
  }
}
