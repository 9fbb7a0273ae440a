package io.tasker.processor.check.payload;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.TypeText;

/** An argument can be read from JSON, as far as one can be sure that it cannot. */
final class ParameterJsonCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      handler.parameters().stream()
          .map(parameter -> parameter.slot())
          .forEach(
              slot ->
                  LeafSearch.unreadable(slot.type().payload())
                      .map(found -> problem(handler, slot, found))
                      .ifPresent(diagnostics::report));
    }
  }

  private static Problem problem(HandlerModel handler, Slot slot, LeafSearch.Found found) {
    String type = TypeText.simple(slot.type().name());
    return Problem.error(
        Code.UNREADABLE_PARAMETER,
        slot.at(),
        "step '%s' takes %s as '%s', which cannot be read from JSON: %s."
            .formatted(handler.step(), type, slot.name(), found.reason(type)),
        found.details(type));
  }
}
