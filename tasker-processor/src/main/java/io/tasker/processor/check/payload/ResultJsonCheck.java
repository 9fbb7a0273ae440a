package io.tasker.processor.check.payload;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.TypeText;

/** A result can be written as JSON, as far as one can be sure that it cannot. */
final class ResultJsonCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      LeafSearch.unwritable(handler.result().value().payload())
          .map(found -> problem(handler, found))
          .ifPresent(diagnostics::report);
    }
  }

  private static Problem problem(HandlerModel handler, LeafSearch.Found found) {
    String type = TypeText.simple(handler.result().value().name());
    return Problem.error(
        Code.UNSERIALIZABLE_RESULT,
        handler.at(),
        "step '%s' returns %s, which cannot be written as JSON: %s."
            .formatted(handler.step(), type, found.reason(type)),
        found.details(type));
  }
}
