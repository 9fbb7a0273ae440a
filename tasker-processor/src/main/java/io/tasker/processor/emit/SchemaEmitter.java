package io.tasker.processor.emit;

import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.ScalarKind;
import io.tasker.template.JsonSchema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes JSON Schemas from payload types. */
final class SchemaEmitter {
  /** The types that contain themselves: they are defined once and referred to. */
  private final Set<String> recursive = new TreeSet<>();

  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private final boolean reading;

  private SchemaEmitter(boolean reading) {
    this.reading = reading;
  }

  /** Returns the schema of what is written; empty where nothing can be said about it. */
  static Optional<JsonSchema> ofWritten(PayloadType type) {
    return new SchemaEmitter(false).root(type);
  }

  /** Returns the schema of what can be read; empty where nothing can be said about it. */
  static Optional<JsonSchema> ofRead(PayloadType type) {
    return new SchemaEmitter(true).root(type);
  }

  private Optional<JsonSchema> root(PayloadType type) {
    collectRecursive(type);
    Map<String, Object> schema = schema(type);
    if (schema.isEmpty()) {
      return Optional.empty();
    }
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
    return Optional.of(new JsonSchema(schema));
  }

  private void collectRecursive(PayloadType type) {
    if (type instanceof Reference reference) {
      recursive.add(reference.name());
    }
    type.parts().forEach(this::collectRecursive);
  }

  private Map<String, Object> schema(PayloadType type) {
    if (type instanceof OptionalType optional) {
      return nullable(schema(optional.value()));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof Scalar scalar) {
      schema.put("type", scalar.kind().jsonType());
      if (scalar.kind() == ScalarKind.MONTH) {
        schema.put("minimum", 1);
        schema.put("maximum", 12);
      }
      if (!scalar.kind().format().isEmpty()) {
        schema.put("format", scalar.kind().format());
      }
    } else if (type instanceof EnumType enumeration) {
      schema.put("type", "string");
      schema.put("enum", reading ? enumeration.names() : enumeration.constants());
    } else if (type instanceof ListType list) {
      schema.put("type", "array");
      schema.put("items", schema(list.element()));
    } else if (type instanceof MapType map) {
      schema.put("type", "object");
      schema.put("additionalProperties", schema(map.value()));
    } else if (type instanceof ObjectType object) {
      return object(object);
    } else if (type instanceof Reference reference) {
      schema.put("$ref", pointer(reference.name()));
    }
    return schema;
  }

  /** Lets a schema take null as well: what may be absent may also be there as null. */
  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
      result.putAll(schema);
      result.put("type", List.of(type, "null"));
    } else if (!schema.isEmpty() && !schema.containsKey("anyOf")) {
      result.put("anyOf", List.of(schema, Map.of("type", "null")));
    } else {
      result.putAll(schema);
    }
    return result;
  }

  private Map<String, Object> object(ObjectType object) {
    if (!recursive.contains(object.name())) {
      return properties(object);
    }
    String key = key(object.name());
    if (!definitions.containsKey(key)) {
      // Holds its place: the properties may refer to it.
      definitions.put(key, Map.of());
      definitions.put(key, properties(object));
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", pointer(object.name()));
    return reference;
  }

  private Map<String, Object> properties(ObjectType object) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Field> fields = reading ? object.read() : object.written();
    for (Field field : fields) {
      names(field).forEach(name -> properties.put(name, schema(field.type())));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<Field> certain = fields.stream().filter(this::isCertain).toList();
    List<String> required =
        certain.stream().filter(field -> names(field).size() == 1).map(Field::jsonName).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    List<Map<String, Object>> oneOfSeveral =
        certain.stream()
            .map(this::names)
            .filter(names -> names.size() > 1)
            .map(SchemaEmitter::anyRequired)
            .toList();
    if (!oneOfSeveral.isEmpty()) {
      schema.put("allOf", oneOfSeveral);
    }
    return schema;
  }

  private List<String> names(Field field) {
    return reading ? field.names() : List.of(field.jsonName());
  }

  private boolean isCertain(Field field) {
    return reading ? field.required() : field.presence().always();
  }

  private static Map<String, Object> anyRequired(List<String> names) {
    return Map.of("anyOf", names.stream().map(name -> Map.of("required", List.of(name))).toList());
  }

  private String pointer(String name) {
    return "#/$defs/" + key(name);
  }

  private String key(String name) {
    return keys.computeIfAbsent(name, this::newKey);
  }

  /** Returns the type as a key that needs no escapes in a pointer, and that no other type has. */
  private String newKey(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.]+", "_");
    String key = plain;
    for (int number = 2; keys.containsValue(key); number++) {
      key = plain + "_" + number;
    }
    return key;
  }
}
