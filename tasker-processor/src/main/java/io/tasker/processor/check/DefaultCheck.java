package io.tasker.processor.check;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.DefaultText;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel.ConfigValue;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;

/** A default is a value of its parameter's type. */
final class DefaultCheck implements Check.OfClass {

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    for (HandlerModel handler : handlers.handlers()) {
      for (InputField input : handler.parameters(InputField.class)) {
        input.defaultValue().ifPresent(text -> check(handler, input.slot(), text, diagnostics));
      }
      for (ConfigValue config : handler.parameters(ConfigValue.class)) {
        config.defaultValue().ifPresent(text -> check(handler, config.slot(), text, diagnostics));
      }
    }
  }

  private static void check(
      HandlerModel handler, Slot slot, Located<String> text, Diagnostics diagnostics) {
    PayloadType type = slot.type().payload().present();
    boolean fits =
        DefaultText.parse(text.value(), type)
            .filter(value -> JsonValues.isOf(value.value(), type))
            .isPresent();
    if (!fits) {
      diagnostics.report(problem(handler, slot, text, type));
    }
  }

  private static Problem problem(
      HandlerModel handler, Slot slot, Located<String> text, PayloadType type) {
    List<String> details = new ArrayList<>();
    if (type instanceof EnumType enumeration) {
      details.addAll(Words.unknownName(text.value(), enumeration.constants(), "constants"));
    }
    return Problem.error(
        Code.INVALID_DEFAULT,
        text.at(),
        "default '%s' of parameter '%s' of step '%s' is not a value of %s."
            .formatted(
                text.value(), slot.name(), handler.step(), TypeText.simple(slot.type().name())),
        details);
  }
}
