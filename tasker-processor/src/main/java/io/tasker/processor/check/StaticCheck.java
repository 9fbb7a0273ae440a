package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;

/** A handler is static: what it needs comes through its parameters. */
final class StaticCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().stream()
        .filter(handler -> handler.is(HandlerModel.Trait.INSTANCE))
        .map(StaticCheck::problem)
        .forEach(diagnostics::report);
  }

  private static Problem problem(HandlerModel handler) {
    return Problem.error(
        Code.HANDLER_NOT_STATIC,
        handler.at(),
        "handler method %s.%s is not static."
            .formatted(handler.declaringClass(), handler.methodName()),
        "fix: make it static, and take each service it reads from a field as a @Provided parameter.");
  }
}
