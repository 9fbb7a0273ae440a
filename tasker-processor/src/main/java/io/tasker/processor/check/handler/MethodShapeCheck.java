package io.tasker.processor.check.handler;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.MethodModel;
import io.tasker.processor.model.MethodModel.Trait;

/** A handler has a signature whose types are all known. */
final class MethodShapeCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (MethodModel method : handlers.methods().toList()) {
      if (method.is(Trait.GENERIC)) {
        report(
            method,
            "is generic, so its types are not known",
            "replace its type parameters by the types it is used with.",
            diagnostics);
      }
      if (method.is(Trait.VARARGS)) {
        report(
            method,
            "takes variable arguments, but each parameter has one value",
            "write an array or a List instead of '...'.",
            diagnostics);
      }
    }
  }

  private static void report(MethodModel method, String what, String fix, Diagnostics diagnostics) {
    diagnostics.report(
        Problem.error(
            Code.UNSUPPORTED_HANDLER_METHOD,
            method.at(),
            "%s %s %s.".formatted(method.noun(), method.shown(), what),
            "fix: " + fix));
  }
}
