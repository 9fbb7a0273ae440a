package io.tasker.processor.model;

import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The input of a task as its steps together read it. */
public final class InputFields {
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Object> defaults = new LinkedHashMap<>();

  private InputFields() {}

  /** Returns what some handlers read; where they disagree, the first one wins. */
  public static InputFields of(List<HandlerModel> handlers) {
    InputFields input = new InputFields();
    // Whole records first: they show the input as its author sees it.
    for (HandlerModel handler : handlers) {
      for (WholeInput whole : handler.parameters(WholeInput.class)) {
        if (whole.slot().type().payload().present() instanceof ObjectType object) {
          object.read().forEach(input::add);
        }
      }
    }
    for (HandlerModel handler : handlers) {
      handler.parameters(InputField.class).forEach(input::add);
    }
    return input;
  }

  /** Returns the input as one type, which has no field if no step reads any. */
  public ObjectType object() {
    return new ObjectType("input", new ArrayList<>(fields.values()));
  }

  /** Returns the defaults by the names of their fields. */
  public Map<String, Object> defaults() {
    return defaults;
  }

  private void add(InputField input) {
    Slot slot = input.slot();
    PayloadType type = slot.taken();
    boolean required = input.defaultValue().isEmpty() && !slot.acceptsAbsence();
    add(
        new Field(
            slot.name(),
            input.field().value(),
            type,
            TypeText.simple(slot.type().name()),
            required ? Presence.CERTAIN : Presence.OPTIONAL));
    input
        .defaultValue()
        .map(Located::value)
        .flatMap(text -> DefaultText.parse(text, type))
        .ifPresent(value -> defaults.putIfAbsent(input.field().value(), value.value()));
  }

  private void add(Field field) {
    fields.merge(field.jsonName(), field, PayloadMerge::merge);
  }
}
