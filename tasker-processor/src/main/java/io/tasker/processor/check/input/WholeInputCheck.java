package io.tasker.processor.check.input;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.SnakeCase;
import io.tasker.processor.model.TypeText;

/** A whole task input is an object. */
final class WholeInputCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      handler.parameters(WholeInput.class).stream()
          .map(WholeInput::slot)
          .filter(slot -> isNoObject(slot.type().payload().present()))
          .forEach(slot -> diagnostics.report(problem(handler, slot)));
    }
  }

  private static boolean isNoObject(PayloadType type) {
    return type instanceof PayloadType.Scalar
        || type instanceof PayloadType.EnumType
        || type instanceof PayloadType.ListType
        || type instanceof PayloadType.VoidType;
  }

  private static Problem problem(HandlerModel handler, Slot slot) {
    return Problem.error(
        Code.INPUT_NOT_AN_OBJECT,
        slot.at(),
        "@Input without a name reads the whole task input, which is an object, but parameter '%s' of step '%s' is %s."
            .formatted(slot.name(), handler.step(), TypeText.simple(slot.type().name())),
        "fix: name the field: @Input(\"%s\").".formatted(SnakeCase.stepName(slot.name())));
  }
}
