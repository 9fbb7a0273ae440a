package io.tasker.processor.emit;

import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.InputFields;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.template.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the schema of a task's input: what all steps together read of it. */
final class InputSchema {
  private final ObjectType object;
  private final Map<String, Object> defaults;

  private InputSchema(InputFields input) {
    this.object = input.object();
    this.defaults = input.defaults();
  }

  /** Returns the schema, or empty if no step reads the input. */
  static Optional<JsonSchema> of(List<HandlerModel> handlers) {
    InputSchema input = new InputSchema(InputFields.of(handlers));
    return input.object.fields().isEmpty() ? Optional.empty() : Optional.of(input.schema());
  }

  private JsonSchema schema() {
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
