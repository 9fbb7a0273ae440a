package io.tasker.processor.model;

import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.template.JsonSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON Schema as a payload type, open where it says what a type cannot. */
public final class SchemaPayload {
  private static final String CLOSED = " closed";
  private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");

  private final Map<String, Object> root;
  private final Map<String, PayloadType> definitions = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private SchemaPayload(Map<String, Object> root) {
    this.root = root;
  }

  /** Returns the type of the values that a schema describes. */
  public static PayloadType of(JsonSchema schema) {
    return new SchemaPayload(schema.keywords()).type(schema.keywords(), "#");
  }

  private PayloadType type(@Nullable Object schema, String path) {
    if (!(schema instanceof Map<?, ?> keywords)) {
      return new Open();
    }
    if (keywords.get("$ref") instanceof String reference) {
      return definition(reference);
    }
    if (keywords.get("allOf") instanceof List<?> all) {
      return all.size() == 1 ? type(all.get(0), path) : new Open();
    }
    for (String alternatives : ALTERNATIVES) {
      if (keywords.get(alternatives) instanceof List<?> list) {
        return alternative(list, path);
      }
    }
    PayloadType typed = typed(keywords, path);
    return isNullable(keywords) && !(typed instanceof Open) ? new OptionalType(typed) : typed;
  }

  /** Returns what a schema within the same document says; only such references are followed. */
  private PayloadType definition(String reference) {
    PayloadType known = definitions.get(reference);
    if (known != null) {
      return known;
    }
    if (!open.add(reference)) {
      return new Reference(reference);
    }
    PayloadType type = type(at(reference), reference);
    open.remove(reference);
    definitions.put(reference, type);
    return type;
  }

  private @Nullable Object at(String reference) {
    Object found = reference.startsWith("#") ? root : null;
    for (String key : reference.replaceFirst("^#/?", "").split("/", -1)) {
      String name = key.replace("~1", "/").replace("~0", "~");
      if (!name.isEmpty()) {
        found = found instanceof Map<?, ?> map ? map.get(name) : null;
      }
    }
    return found;
  }

  private PayloadType alternative(List<?> alternatives, String path) {
    List<?> values = alternatives.stream().filter(each -> !isNull(each)).toList();
    if (values.size() != 1) {
      return new Open();
    }
    PayloadType only = type(values.get(0), path);
    return values.size() < alternatives.size() && !(only instanceof Open)
        ? new OptionalType(only.present())
        : only;
  }

  private static boolean isNull(@Nullable Object schema) {
    return schema instanceof Map<?, ?> keywords && "null".equals(keywords.get("type"));
  }

  private static boolean isNullable(Map<?, ?> keywords) {
    return Boolean.TRUE.equals(keywords.get("nullable"))
        || (keywords.get("type") instanceof List<?> types && types.contains("null"))
        || (keywords.get("enum") instanceof List<?> values && values.contains(null));
  }

  private PayloadType typed(Map<?, ?> keywords, String path) {
    if (keywords.get("enum") instanceof List<?> values) {
      List<String> texts =
          values.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      return texts.isEmpty() || texts.size() < values.stream().filter(v -> v != null).count()
          ? new Open()
          : new EnumType("#", texts);
    }
    return switch (typeName(keywords)) {
      case "string" -> new Scalar(text(keywords.get("format")));
      case "integer" -> new Scalar(isInt(keywords) ? ScalarKind.INT : ScalarKind.LONG);
      case "number" -> new Scalar(ScalarKind.DOUBLE);
      case "boolean" -> new Scalar(ScalarKind.BOOLEAN);
      case "array" -> new ListType(type(keywords.get("items"), path + "/items"));
      case "object" -> object(keywords, path);
      default -> new Open();
    };
  }

  /** Who bounds a number from above knows its size; few are that far below zero. */
  private static boolean isInt(Map<?, ?> keywords) {
    return "int32".equals(keywords.get("format"))
        || (keywords.get("maximum") instanceof Number most
            && most.doubleValue() <= Integer.MAX_VALUE)
        || (keywords.get("exclusiveMaximum") instanceof Number bound
            && bound.doubleValue() <= Integer.MAX_VALUE);
  }

  private static String typeName(Map<?, ?> keywords) {
    Object type = keywords.get("type");
    if (type instanceof List<?> types) {
      List<?> values = types.stream().filter(each -> !"null".equals(each)).toList();
      type = values.size() == 1 ? values.get(0) : "";
    }
    if (type == null && keywords.get("properties") instanceof Map) {
      return "object";
    }
    return type instanceof String name ? name : "";
  }

  private static ScalarKind text(@Nullable Object format) {
    for (ScalarKind kind : ScalarKind.values()) {
      if (!kind.format().isEmpty() && kind.format().equals(format)) {
        return kind;
      }
    }
    return ScalarKind.STRING;
  }

  private PayloadType object(Map<?, ?> keywords, String path) {
    List<?> required = keywords.get("required") instanceof List<?> names ? names : List.of();
    if (!(keywords.get("properties") instanceof Map<?, ?> properties) || properties.isEmpty()) {
      return new MapType(type(keywords.get("additionalProperties"), path + "/*"));
    }
    List<Field> fields = new ArrayList<>();
    properties.forEach(
        (key, schema) -> {
          String name = String.valueOf(key);
          PayloadType type = type(schema, path + "/properties/" + name);
          boolean isCertain = required.contains(name) && !(type instanceof OptionalType);
          Presence presence = isCertain ? Presence.CERTAIN : Presence.OPTIONAL;
          fields.add(new Field(name, name, type, "", presence));
        });
    boolean isClosed = Boolean.FALSE.equals(keywords.get("additionalProperties"));
    return new ObjectType(path + (isClosed ? CLOSED : ""), fields);
  }

  /** Returns whether the schema of an object forbids what it does not declare. */
  public static boolean isClosed(ObjectType object) {
    return object.name().endsWith(CLOSED);
  }
}
