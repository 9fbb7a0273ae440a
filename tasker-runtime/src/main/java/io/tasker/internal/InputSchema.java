package io.tasker.internal;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.tasker.template.JsonSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The check of task inputs against a template's schema, compiled once. */
public final class InputSchema {
  private final @Nullable Schema schema;

  private InputSchema(@Nullable Schema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema. References to other documents are not followed, so that what a template
   * accepts does not depend on the network.
   *
   * @param schema the schema, or empty to accept all
   * @param codec the codec
   * @return the check
   * @throws RuntimeException if the schema cannot be compiled
   */
  public static InputSchema of(Optional<JsonSchema> schema, JacksonCodec codec) {
    if (schema.isEmpty()) {
      return new InputSchema(null);
    }
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaLoader(loader -> loader.fetchRemoteResources(false))
                    // Messages in one language, whatever that of the machine is.
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));
    Schema compiled = registry.getSchema(codec.toTree(schema.get().keywords()));
    compiled.initializeValidators();
    return new InputSchema(compiled);
  }

  /**
   * Returns whether there is anything to check.
   *
   * @return false if every input is accepted
   */
  public boolean isPresent() {
    return schema != null;
  }

  /**
   * Checks an input.
   *
   * @param input the input
   * @return all that is wrong, each with its place as in {@code cart_items[0].quantity: …}, in
   *     order; empty for a valid input
   */
  public List<String> problems(JsonNode input) {
    if (schema == null) {
      return List.of();
    }
    try {
      return schema.validate(input).stream().map(InputSchema::text).sorted().distinct().toList();
    } catch (StackOverflowError e) {
      return List.of(
          "cannot be checked: the schema refers to itself without end, or the input is nested too"
              + " deeply");
    }
  }

  private static String text(Error error) {
    String place = place(error.getInstanceLocation());
    if ("required".equals(error.getKeyword()) && error.getProperty() != null) {
      String field = place.isEmpty() ? error.getProperty() : place + "." + error.getProperty();
      return field + ": is required but missing";
    }
    return place.isEmpty() ? error.getMessage() : place + ": " + error.getMessage();
  }

  private static String place(NodePath path) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index) {
        text.append('[').append(index).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(path.getName(i));
      }
    }
    return text.toString();
  }
}
