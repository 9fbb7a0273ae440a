package io.tasker.template.check;

import io.tasker.template.problem.Details;
import io.tasker.template.problem.ProblemCode;
import io.tasker.template.problem.ProblemCollector;
import io.tasker.template.problem.Severity;
import io.tasker.template.problem.Suggestions;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A walk through one schema and the schemas in it. */
final class SchemaInspection {
  /** Keywords that may declare or type what this schema does not. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "$ref",
          "$dynamicRef",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "patternProperties",
          "dependentSchemas",
          "propertyNames",
          "enum",
          "const");

  private final String owner;
  private final ProblemCollector problems;
  private final SchemaKeywords keywords;

  SchemaInspection(String owner, ProblemCollector problems) {
    this.owner = owner;
    this.problems = problems;
    this.keywords = new SchemaKeywords(owner, problems);
  }

  void inspect(Map<?, ?> schema, TemplatePath path) {
    keywords.checkShapes(schema, path);
    List<String> types = types(schema, path);
    checkEnum(schema, types, path);
    checkRequired(schema, path);
    checkHoles(schema, types, path);
    SchemaKeywords.subschemas(schema, path).forEach((place, inner) -> inspect(inner, place));
  }

  private List<String> types(Map<?, ?> schema, TemplatePath path) {
    Object type = schema.get("type");
    if (type instanceof String name) {
      return isKnownType(name, path.key("type")) ? List.of(name) : List.of();
    }
    List<String> known = new ArrayList<>();
    if (type instanceof List<?> names) {
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i) instanceof String name && isKnownType(name, path.key("type").item(i))) {
          known.add(name);
        }
      }
      // With one of them unknown nothing follows from the others.
      return known.size() == names.size() ? known : List.of();
    }
    return known;
  }

  private boolean isKnownType(String name, TemplatePath path) {
    if (!SchemaTypes.isKnown(name)) {
      problems.report(
          ProblemCode.UNKNOWN_SCHEMA_TYPE,
          path,
          owner + " has the type '" + name + "', which JSON Schema does not know.",
          Details.none()
              .didYouMean(Suggestions.closest(name, SchemaTypes.ALL))
              .known("types", SchemaTypes.ALL));
    }
    return SchemaTypes.isKnown(name);
  }

  private void checkEnum(Map<?, ?> schema, List<String> types, TemplatePath path) {
    if (types.isEmpty() || !(schema.get("enum") instanceof List<?> values)) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (types.stream().noneMatch(type -> SchemaTypes.admits(type, value))) {
        problems.report(
            ProblemCode.ENUM_TYPE_MISMATCH,
            path.key("enum").item(i),
            owner + " lists " + shown(value) + ", which is not of type " + join(types) + ".",
            value instanceof String || value == null || !types.contains("string")
                ? Details.none()
                : Details.none().fix("quote it: \"" + value + "\"."));
      }
    }
  }

  private void checkRequired(Map<?, ?> schema, TemplatePath path) {
    if (!(schema.get("required") instanceof List<?> required)
        || schema.keySet().stream().anyMatch(ELSEWHERE::contains)) {
      return;
    }
    Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    boolean isClosed = Boolean.FALSE.equals(schema.get("additionalProperties"));
    List<String> declared = properties.keySet().stream().map(String::valueOf).toList();
    for (int i = 0; i < required.size(); i++) {
      if (required.get(i) instanceof String name && !declared.contains(name)) {
        problems.report(
            ProblemCode.UNDECLARED_REQUIRED,
            isClosed ? Severity.ERROR : Severity.WARNING,
            path.key("required").item(i),
            owner
                + " requires '"
                + name
                + "', but "
                + (isClosed ? "allows no such property." : "does not declare such a property."),
            Details.none()
                .didYouMean(Suggestions.closest(name, declared))
                .known("properties", declared));
      }
    }
  }

  private void checkHoles(Map<?, ?> schema, List<String> types, TemplatePath path) {
    if (schema.keySet().stream().anyMatch(ELSEWHERE::contains)) {
      return;
    }
    if (types.contains("array") && missing(schema, "items", "prefixItems", "contains")) {
      hole(path, "a list without 'items'", "say what the list holds: items: {type: …}.");
    }
    if (types.contains("object") && missing(schema, "properties", "additionalProperties")) {
      hole(
          path,
          "an object without 'properties'",
          "declare its properties, or say additionalProperties: true.");
    }
  }

  private void hole(TemplatePath path, String what, String fix) {
    problems.report(
        ProblemCode.UNTYPED_SCHEMA,
        path,
        owner + " has " + what + ", so what is read of it cannot be checked.",
        Details.none().fix(fix));
  }

  private static boolean missing(Map<?, ?> schema, String... keys) {
    return List.of(keys).stream().noneMatch(schema::containsKey);
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String ? "the text '" + value + "'" : String.valueOf(value);
  }

  private static String join(Collection<String> types) {
    return "'" + String.join("' or '", types) + "'";
  }
}
