package io.tasker.processor.check.schema;

import io.tasker.template.problem.TemplatePath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the part of a schema that speaks about a part of a value. */
public final class SchemaPlace {
  private static final Pattern PART = Pattern.compile("\\[\\]|\\{\\}|[^.\\[{]+");

  private SchemaPlace() {}

  /**
   * Returns the place.
   *
   * @param schema the place of the schema
   * @param path the way into the value: {@code items[].sku}
   */
  public static TemplatePath of(TemplatePath schema, String path) {
    TemplatePath place = schema;
    Matcher part = PART.matcher(path);
    while (part.find()) {
      place =
          switch (part.group()) {
            case "[]" -> place.key("items");
            case "{}" -> place.key("additionalProperties");
            default -> place.key("properties").key(part.group());
          };
    }
    return place;
  }
}
