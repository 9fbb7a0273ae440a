package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.HandlerModel.Trait;

/** A handler has a signature whose types are all known. */
final class MethodShapeCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      if (handler.is(Trait.GENERIC)) {
        report(
            handler,
            "is generic, so its payload types are not known",
            "replace its type parameters by the types it is used with.",
            diagnostics);
      }
      if (handler.is(Trait.VARARGS)) {
        report(
            handler,
            "takes variable arguments, but each parameter of a step has one value",
            "write an array or a List instead of '...'.",
            diagnostics);
      }
    }
  }

  private static void report(
      HandlerModel handler, String what, String fix, Diagnostics diagnostics) {
    diagnostics.report(
        Problem.error(
            Code.UNSUPPORTED_HANDLER_METHOD,
            handler.at(),
            "handler method %s.%s %s."
                .formatted(handler.declaringClass(), handler.methodName(), what),
            "fix: " + fix));
  }
}
