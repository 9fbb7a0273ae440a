package io.tasker.template;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An event a step publishes when it ends ({@code publishes_events}).
 *
 * @param name the name: lower-case segments joined by dots, at least two
 * @param description one sentence for people
 * @param condition the outcome that publishes it
 * @param schema the schema of the payload; empty, which YAML writes {@code {}}, allows any
 * @param deliveryMode how it travels
 * @param publisher the publisher to use, or empty for the default one
 */
public record EventDeclaration(
    String name,
    String description,
    Condition condition,
    Optional<JsonSchema> schema,
    DeliveryMode deliveryMode,
    String publisher) {

  /** The outcome of a step that publishes an event. */
  public enum Condition {
    /** The step is complete. */
    SUCCESS,
    /** An attempt failed. */
    FAILURE,
    /** An attempt failed and another one follows. */
    RETRYABLE_FAILURE,
    /** An attempt failed and no other one follows, whatever its error. */
    PERMANENT_FAILURE,
    /** Any outcome. */
    ALWAYS;

    /**
     * Returns the name in YAML.
     *
     * @return the name in lower_snake_case
     */
    public String yamlName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How an event travels. */
  public enum DeliveryMode {
    /** Through the namespace's durable queue. */
    DURABLE,
    /** To subscribers in the same process only. */
    FAST,
    /** Both, in process first. */
    BROADCAST;

    /**
     * Returns the name in YAML.
     *
     * @return the name in lower case
     */
    public String yamlName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that nothing is null; a schema without keywords is none. */
  public EventDeclaration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(condition, "condition");
    schema = schema.filter(written -> !written.keywords().isEmpty());
    Objects.requireNonNull(deliveryMode, "deliveryMode");
    Objects.requireNonNull(publisher, "publisher");
  }
}
