package io.tasker.processor.emit;

import io.tasker.processor.model.DefaultText;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel.InputField;
import io.tasker.processor.model.ParameterModel.Slot;
import io.tasker.processor.model.ParameterModel.WholeInput;
import io.tasker.processor.model.PayloadMerge;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.Presence;
import io.tasker.processor.model.TypeText;
import io.tasker.template.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the schema of a task's input: what all steps together read of it. */
final class InputSchema {
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Object> defaults = new LinkedHashMap<>();

  private InputSchema() {}

  /** Returns the schema, or empty if no step reads the input. */
  static Optional<JsonSchema> of(List<HandlerModel> handlers) {
    InputSchema input = new InputSchema();
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
    return input.fields.isEmpty() ? Optional.empty() : Optional.of(input.schema());
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

  private JsonSchema schema() {
    ObjectType object = new ObjectType("input", new ArrayList<>(fields.values()));
    JsonSchema schema = SchemaEmitter.ofRead(object).orElseThrow();
    return defaults.isEmpty() ? schema : new JsonSchema(withDefaults(schema.keywords()));
  }

  private Map<String, Object> withDefaults(Map<String, Object> keywords) {
    Map<String, Object> properties = new LinkedHashMap<>();
    ((Map<?, ?>) keywords.get("properties"))
        .forEach((name, property) -> properties.put((String) name, withDefault(name, property)));
    Map<String, Object> result = new LinkedHashMap<>(keywords);
    result.put("properties", properties);
    return result;
  }

  private Object withDefault(Object name, Object property) {
    if (!defaults.containsKey(name)) {
      return property;
    }
    Map<String, Object> result = new LinkedHashMap<>();
    ((Map<?, ?>) property).forEach((keyword, value) -> result.put((String) keyword, value));
    result.put("default", defaults.get(name));
    return result;
  }
}
