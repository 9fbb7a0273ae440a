package io.tasker.processor.check.input;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ObjectType;
import java.util.HashMap;
import java.util.Map;

/** An input field that one step requires needs no default in another one: it is always there. */
final class InputDefaultCheck implements Check.OfModule {

  private record Reader(HandlerModel handler, String parameter) {}

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass workflow : module.workflows()) {
      Map<String, Reader> required = new HashMap<>();
      workflow.handlers().forEach(handler -> collect(handler, required));
      for (HandlerModel handler : workflow.handlers()) {
        for (InputField input : handler.parameters(InputField.class)) {
          Reader reader = required.get(input.field().value());
          if (input.defaultValue().isPresent() && reader != null) {
            diagnostics.report(problem(handler, input, input.defaultValue().get(), reader));
          }
        }
      }
    }
  }

  private static void collect(HandlerModel handler, Map<String, Reader> required) {
    for (WholeInput whole : handler.parameters(WholeInput.class)) {
      if (whole.slot().type().payload() instanceof ObjectType object && !whole.slot().nullable()) {
        object.read().stream()
            .filter(field -> field.required() && field.aliases().isEmpty())
            .map(Field::jsonName)
            .forEach(name -> required.putIfAbsent(name, new Reader(handler, whole.slot().name())));
      }
    }
    for (InputField input : handler.parameters(InputField.class)) {
      if (input.defaultValue().isEmpty() && !input.slot().acceptsAbsence()) {
        required.putIfAbsent(input.field().value(), new Reader(handler, input.slot().name()));
      }
    }
  }

  private static Problem problem(
      HandlerModel handler, InputField input, Located<String> defaultValue, Reader reader) {
    return Problem.error(
            Code.UNUSED_DEFAULT,
            defaultValue.at(),
            "step '%s' has a default for input field '%s', but step '%s' requires the field, so the default is never used."
                .formatted(handler.step(), input.field().value(), reader.handler().step()),
            "required: " + reader.handler().place(reader.parameter()),
            "fix: remove the default, or give '%s' the same one in step '%s'."
                .formatted(input.field().value(), reader.handler().step()))
        .asWarning();
  }
}
