package io.tasker.processor.check.handler;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.MethodModel;

/** A handler is static: what it needs comes through its parameters. */
final class StaticCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers
        .methods()
        .filter(method -> method.is(MethodModel.Trait.INSTANCE))
        .map(StaticCheck::problem)
        .forEach(diagnostics::report);
  }

  private static Problem problem(MethodModel method) {
    return Problem.error(
        Code.HANDLER_NOT_STATIC,
        method.at(),
        "%s %s is not static.".formatted(method.noun(), method.shown()),
        "fix: make it static, and take each service it reads from a field as a @Provided parameter.");
  }
}
