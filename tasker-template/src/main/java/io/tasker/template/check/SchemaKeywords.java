package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.TemplatePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keywords of JSON Schema with their shapes, and where they hold further schemas. */
final class SchemaKeywords {
  private static final Map<String, SchemaShape> SHAPES = shapes();

  private final String owner;
  private final ProblemCollector problems;

  SchemaKeywords(String owner, ProblemCollector problems) {
    this.owner = owner;
    this.problems = problems;
  }

  void checkShapes(Map<?, ?> schema, TemplatePath path) {
    SHAPES.forEach(
        (keyword, shape) -> {
          if (schema.containsKey(keyword) && !shape.fits(schema.get(keyword))) {
            problems.report(
                ProblemCode.MALFORMED_SCHEMA,
                path.key(keyword),
                owner + " has a '" + keyword + "' that is not " + shape.inWords() + ".",
                keyword.equals("required") && schema.get(keyword) instanceof Boolean
                    ? Details.none().fix("list the property in 'required' of the object around it.")
                    : Details.none());
          }
        });
  }

  /** Returns the schemas directly inside a schema by their places. */
  static Map<TemplatePath, Map<?, ?>> subschemas(Map<?, ?> schema, TemplatePath path) {
    Map<TemplatePath, Map<?, ?>> found = new LinkedHashMap<>();
    SHAPES.forEach(
        (keyword, shape) -> {
          switch (shape) {
            case SCHEMA, SCHEMAS, ITEMS, NAMED_SCHEMAS ->
                addAll(found, path.key(keyword), schema.get(keyword), shape);
            case TEXT, NUMBER, COUNT, LIST, TEXTS, TYPE -> {}
          }
        });
    return found;
  }

  private static void addAll(
      Map<TemplatePath, Map<?, ?>> found,
      TemplatePath path,
      @Nullable Object value,
      SchemaShape shape) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(found, path.item(i), list.get(i));
      }
    } else if (shape == SchemaShape.NAMED_SCHEMAS && value instanceof Map<?, ?> named) {
      named.forEach((name, inner) -> add(found, path.key(String.valueOf(name)), inner));
    } else {
      add(found, path, value);
    }
  }

  private static void add(
      Map<TemplatePath, Map<?, ?>> found, TemplatePath path, @Nullable Object value) {
    if (value instanceof Map<?, ?> schema) {
      found.put(path, schema);
    }
  }

  private static Map<String, SchemaShape> shapes() {
    Map<String, SchemaShape> shapes = new LinkedHashMap<>();
    shapes.put("type", SchemaShape.TYPE);
    shapes.put("required", SchemaShape.TEXTS);
    shapes.put("items", SchemaShape.ITEMS);
    List.of("enum", "examples").forEach(key -> shapes.put(key, SchemaShape.LIST));
    List.of("title", "description", "format", "pattern", "$ref")
        .forEach(key -> shapes.put(key, SchemaShape.TEXT));
    List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        .forEach(key -> shapes.put(key, SchemaShape.NUMBER));
    List.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
        .forEach(key -> shapes.put(key, SchemaShape.COUNT));
    List.of("additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
        .forEach(key -> shapes.put(key, SchemaShape.SCHEMA));
    List.of("allOf", "anyOf", "oneOf", "prefixItems")
        .forEach(key -> shapes.put(key, SchemaShape.SCHEMAS));
    List.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
        .forEach(key -> shapes.put(key, SchemaShape.NAMED_SCHEMAS));
    return Collections.unmodifiableMap(shapes);
  }
}
