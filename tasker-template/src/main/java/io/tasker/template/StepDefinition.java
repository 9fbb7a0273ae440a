package io.tasker.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a task template.
 *
 * @param name the name, unique within the template
 * @param description one sentence for people, or empty
 * @param type the kind of step
 * @param handler the handler that runs it
 * @param dependencies the names of the steps that must be complete first: the direct edges
 * @param retry when a failed attempt is repeated
 * @param timeout the bound of one attempt in whole seconds, or empty
 * @param batch how a batch worker is multiplied, or empty
 * @param publishesEvents the events the step publishes
 * @param resultSchema the schema of the result, or empty
 * @param systemDependency the system the step talks to, or empty; nothing reads it at run time
 * @param composition {@code composition} as written; passed through
 */
public record StepDefinition(
    String name,
    String description,
    StepType type,
    HandlerReference handler,
    List<String> dependencies,
    RetryPolicy retry,
    Optional<Duration> timeout,
    Optional<BatchConfiguration> batch,
    List<EventDeclaration> publishesEvents,
    Optional<JsonSchema> resultSchema,
    String systemDependency,
    Map<String, Object> composition) {

  /** Copies the collections. */
  public StepDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(handler, "handler");
    dependencies = List.copyOf(dependencies);
    Objects.requireNonNull(retry, "retry");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(batch, "batch");
    publishesEvents = List.copyOf(publishesEvents);
    Objects.requireNonNull(resultSchema, "resultSchema");
    Objects.requireNonNull(systemDependency, "systemDependency");
    composition = OpenData.copyOf(composition);
  }

  /**
   * Starts a standard step.
   *
   * @param name the step name
   * @param handler the handler that runs it
   * @return a builder
   */
  public static Builder step(String name, HandlerReference handler) {
    return new Builder(name, handler);
  }

  /** Collects the parts of a step. */
  public static final class Builder {
    private final String name;
    private final HandlerReference handler;
    private String description = "";
    private StepType type = StepType.STANDARD;
    private List<String> dependencies = List.of();
    private RetryPolicy retry = RetryPolicy.DEFAULT;
    private @Nullable Duration timeout;
    private @Nullable BatchConfiguration batch;
    private List<EventDeclaration> publishesEvents = List.of();
    private @Nullable JsonSchema resultSchema;
    private String systemDependency = "";
    private Map<String, Object> composition = Map.of();

    private Builder(String name, HandlerReference handler) {
      this.name = name;
      this.handler = handler;
    }

    /**
     * Sets the sentence for people.
     *
     * @param text the description
     * @return this builder
     */
    public Builder description(String text) {
      this.description = text;
      return this;
    }

    /**
     * Sets the kind of step.
     *
     * @param kind the type
     * @return this builder
     */
    public Builder type(StepType kind) {
      this.type = kind;
      return this;
    }

    /**
     * Sets the direct edges.
     *
     * @param steps the names of the steps that must be complete first
     * @return this builder
     */
    public Builder dependencies(List<String> steps) {
      this.dependencies = steps;
      return this;
    }

    /**
     * Sets when a failed attempt is repeated.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder retry(RetryPolicy policy) {
      this.retry = policy;
      return this;
    }

    /**
     * Sets the bound of one attempt.
     *
     * @param bound whole seconds, or null for none
     * @return this builder
     */
    public Builder timeout(@Nullable Duration bound) {
      this.timeout = bound;
      return this;
    }

    /**
     * Sets how a batch worker is multiplied.
     *
     * @param configuration the configuration, or null for none
     * @return this builder
     */
    public Builder batch(@Nullable BatchConfiguration configuration) {
      this.batch = configuration;
      return this;
    }

    /**
     * Sets the events the step publishes.
     *
     * @param events the events
     * @return this builder
     */
    public Builder publishesEvents(List<EventDeclaration> events) {
      this.publishesEvents = events;
      return this;
    }

    /**
     * Sets the schema of the result.
     *
     * @param schema the schema, or null for none
     * @return this builder
     */
    public Builder resultSchema(@Nullable JsonSchema schema) {
      this.resultSchema = schema;
      return this;
    }

    /**
     * Sets the system the step talks to.
     *
     * @param system the system
     * @return this builder
     */
    public Builder systemDependency(String system) {
      this.systemDependency = system;
      return this;
    }

    /**
     * Sets {@code composition}.
     *
     * @param data the value as written
     * @return this builder
     */
    public Builder composition(Map<String, Object> data) {
      this.composition = data;
      return this;
    }

    /**
     * Returns the step.
     *
     * @return the step
     */
    public StepDefinition build() {
      return new StepDefinition(
          name,
          description,
          type,
          handler,
          dependencies,
          retry,
          Optional.ofNullable(timeout),
          Optional.ofNullable(batch),
          publishesEvents,
          Optional.ofNullable(resultSchema),
          systemDependency,
          composition);
    }
  }
}
