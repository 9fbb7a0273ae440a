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
import io.tasker.template.JsonSchema;
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

  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private SchemaEmitter() {}

  /** Returns the schema of a result; empty where nothing can be said about it. */
  static Optional<JsonSchema> of(PayloadType type) {
    SchemaEmitter emitter = new SchemaEmitter();
    emitter.collectRecursive(type);
    Map<String, Object> schema = emitter.schema(type);
    if (schema.isEmpty()) {
      return Optional.empty();
    }
    if (!emitter.definitions.isEmpty()) {
      schema.put("$defs", emitter.definitions);
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
      if (!scalar.kind().format().isEmpty()) {
        schema.put("format", scalar.kind().format());
      }
    } else if (type instanceof EnumType enumeration) {
      schema.put("type", "string");
      schema.put("enum", enumeration.constants());
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
    object.fields().forEach(field -> properties.put(field.jsonName(), schema(field.type())));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required =
        object.fields().stream().filter(Field::required).map(Field::jsonName).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static String pointer(String name) {
    return "#/$defs/" + key(name);
  }

  /** Returns the type as a key that needs no escapes in a pointer. */
  private static String key(String name) {
    return name.replaceAll("[^A-Za-z0-9_.]+", "_");
  }
}
