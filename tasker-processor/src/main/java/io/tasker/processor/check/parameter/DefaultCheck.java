package io.tasker.processor.check.parameter;

import io.tasker.processor.check.payload.JsonValues;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.DefaultText;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.JsonLiteral;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel.ConfigValue;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.TypeText;
import java.util.List;
import java.util.Optional;

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
    Optional<JsonLiteral.Value> value =
        DefaultText.parse(text.value(), type)
            .filter(parsed -> JsonValues.isOf(parsed.value(), type));
    if (value.isEmpty()) {
      report(
          handler,
          slot,
          text,
          "is not a value of " + TypeText.simple(slot.type().name()),
          DefaultHints.of(text.value(), type),
          diagnostics);
    } else if (!TemplateNumbers.hold(value.get().value())) {
      report(
          handler,
          slot,
          text,
          "has a number that a task template cannot hold",
          List.of("fix: write " + TemplateNumbers.RANGE + "."),
          diagnostics);
    }
  }

  private static void report(
      HandlerModel handler,
      Slot slot,
      Located<String> text,
      String what,
      List<String> details,
      Diagnostics diagnostics) {
    diagnostics.report(
        Problem.error(
            Code.INVALID_DEFAULT,
            text.at(),
            "default '%s' of parameter '%s' of step '%s' %s."
                .formatted(text.value(), slot.name(), handler.step(), what),
            details));
  }
}
