package io.tasker.processor.check.input;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.TemplateModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All steps of a workflow read one input field as one JSON type. */
final class InputTypeCheck implements Check.OfModule {

  private record Reading(HandlerModel handler, Slot slot, String jsonType) {}

  @Override
  public void check(ModuleModel module, Diagnostics diagnostics) {
    for (HandlerClass handlers : module.workflows()) {
      check(handlers.handlers(), diagnostics);
    }
    for (TemplateModel template : module.templates().templates()) {
      // With an input_schema, each is compared with that.
      if (template.input().isEmpty()) {
        check(
            template.steps().stream().flatMap(step -> step.handler().stream()).distinct().toList(),
            diagnostics);
      }
    }
  }

  private static void check(List<HandlerModel> handlers, Diagnostics diagnostics) {
    Map<String, List<Reading>> readings = new LinkedHashMap<>();
    handlers.forEach(handler -> collect(handler, readings));
    readings.forEach((field, all) -> check(field, all, diagnostics));
  }

  private static void collect(HandlerModel handler, Map<String, List<Reading>> readings) {
    for (WholeInput whole : handler.parameters(WholeInput.class)) {
      if (whole.slot().type().payload().present() instanceof ObjectType object) {
        object
            .read()
            .forEach(
                field -> collect(field.jsonName(), field.type(), handler, whole.slot(), readings));
      }
    }
    for (InputField input : handler.parameters(InputField.class)) {
      Slot slot = input.slot();
      collect(input.field().value(), slot.type().payload(), handler, slot, readings);
    }
  }

  private static void collect(
      String path,
      PayloadType type,
      HandlerModel handler,
      Slot slot,
      Map<String, List<Reading>> readings) {
    String jsonType = jsonType(type.present());
    if (!jsonType.isEmpty()) {
      readings
          .computeIfAbsent(path, key -> new ArrayList<>())
          .add(new Reading(handler, slot, jsonType));
    }
    if (type.present() instanceof ObjectType object) {
      object
          .read()
          .forEach(
              field ->
                  collect(path + "." + field.jsonName(), field.type(), handler, slot, readings));
    }
  }

  /** Returns the type in JSON, or an empty string where it is open. */
  private static String jsonType(PayloadType type) {
    if (type instanceof Scalar scalar) {
      return scalar.kind().jsonType();
    }
    if (type instanceof EnumType) {
      return "string";
    }
    if (type instanceof ListType) {
      return "array";
    }
    return type instanceof ObjectType || type instanceof MapType ? "object" : "";
  }

  private static void check(String field, List<Reading> readings, Diagnostics diagnostics) {
    Reading first = readings.get(0);
    readings.stream()
        .filter(reading -> !reading.jsonType().equals(first.jsonType()))
        .findFirst()
        .ifPresent(other -> diagnostics.report(problem(field, first, other, readings)));
  }

  private static Problem problem(
      String field, Reading first, Reading other, List<Reading> readings) {
    List<String> details = new ArrayList<>();
    for (Reading reading : readings) {
      details.add(
          "%s: %s".formatted(reading.jsonType(), reading.handler().place(reading.slot().name())));
    }
    details.add("fix: read it as one type everywhere.");
    return Problem.error(
        Code.INPUT_TYPE_CONFLICT,
        other.slot().at(),
        "input field '%s' is read as %s by step '%s', but as %s by step '%s'."
            .formatted(
                field,
                other.jsonType(),
                other.handler().step(),
                first.jsonType(),
                first.handler().step()),
        details);
  }
}
