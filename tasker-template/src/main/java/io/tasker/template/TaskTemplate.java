package io.tasker.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workflow: its identity, its input and its steps. The fields and their defaults are those of
 * Tasker Core's task template.
 *
 * @param namespace the namespace ({@code namespace_name} in YAML)
 * @param name the name within the namespace
 * @param version the version, {@code major.minor.patch}
 * @param description one sentence for people, or empty
 * @param metadata data for documentation only
 * @param systemDependencies {@code system_dependencies} as written; nothing reads it at run time
 * @param domainEvents {@code domain_events} as written; nothing reads it at run time
 * @param inputSchema the schema of the task input, or empty
 * @param steps the steps in the order they were written
 * @param environments the overrides by environment name
 * @param lifecycle {@code lifecycle} as written
 */
public record TaskTemplate(
    String namespace,
    String name,
    String version,
    String description,
    Map<String, Object> metadata,
    Map<String, Object> systemDependencies,
    List<Map<String, Object>> domainEvents,
    Optional<JsonSchema> inputSchema,
    List<StepDefinition> steps,
    Map<String, List<StepOverride>> environments,
    Map<String, Object> lifecycle) {

  /** Copies the collections. */
  public TaskTemplate {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(description, "description");
    metadata = OpenData.copyOf(metadata);
    systemDependencies = OpenData.copyOf(systemDependencies);
    domainEvents = domainEvents.stream().map(OpenData::copyOf).toList();
    Objects.requireNonNull(inputSchema, "inputSchema");
    steps = List.copyOf(steps);
    Map<String, List<StepOverride>> copy = new LinkedHashMap<>();
    environments.forEach((environment, overrides) -> copy.put(environment, List.copyOf(overrides)));
    environments = java.util.Collections.unmodifiableMap(copy);
    lifecycle = OpenData.copyOf(lifecycle);
  }

  /**
   * Starts a template.
   *
   * @param namespace the namespace
   * @param name the name
   * @param version the version
   * @return a builder
   */
  public static Builder template(String namespace, String name, String version) {
    return new Builder(namespace, name, version);
  }

  /**
   * Returns the identity for messages.
   *
   * @return {@code namespace/name@version}
   */
  public String identity() {
    return namespace + "/" + name + "@" + version;
  }

  /**
   * Returns the step of a name.
   *
   * @param step the step name
   * @return the step, or empty if the template has none of that name
   */
  public Optional<StepDefinition> step(String step) {
    return steps.stream().filter(candidate -> candidate.name().equals(step)).findFirst();
  }

  /**
   * Returns the same template with other steps.
   *
   * @param others the steps
   * @return the template
   */
  public TaskTemplate withSteps(List<StepDefinition> others) {
    return new TaskTemplate(
        namespace,
        name,
        version,
        description,
        metadata,
        systemDependencies,
        domainEvents,
        inputSchema,
        others,
        environments,
        lifecycle);
  }

  /** Collects the parts of a template. */
  public static final class Builder {
    private final String namespace;
    private final String name;
    private final String version;
    private String description = "";
    private Map<String, Object> metadata = Map.of();
    private Map<String, Object> systemDependencies = Map.of();
    private List<Map<String, Object>> domainEvents = List.of();
    private @Nullable JsonSchema inputSchema;
    private final List<StepDefinition> steps = new ArrayList<>();
    private final Map<String, List<StepOverride>> environments = new LinkedHashMap<>();
    private Map<String, Object> lifecycle = Map.of();

    private Builder(String namespace, String name, String version) {
      this.namespace = namespace;
      this.name = name;
      this.version = version;
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
     * Sets the data for documentation.
     *
     * @param data the metadata
     * @return this builder
     */
    public Builder metadata(Map<String, Object> data) {
      this.metadata = data;
      return this;
    }

    /**
     * Sets {@code system_dependencies}.
     *
     * @param data the value as written
     * @return this builder
     */
    public Builder systemDependencies(Map<String, Object> data) {
      this.systemDependencies = data;
      return this;
    }

    /**
     * Sets {@code domain_events}.
     *
     * @param data the value as written
     * @return this builder
     */
    public Builder domainEvents(List<Map<String, Object>> data) {
      this.domainEvents = data;
      return this;
    }

    /**
     * Sets the schema of the task input.
     *
     * @param schema the schema, or null for none
     * @return this builder
     */
    public Builder inputSchema(@Nullable JsonSchema schema) {
      this.inputSchema = schema;
      return this;
    }

    /**
     * Adds a step.
     *
     * @param step the step
     * @return this builder
     */
    public Builder step(StepDefinition step) {
      this.steps.add(step);
      return this;
    }

    /**
     * Adds the overrides of an environment.
     *
     * @param environment the name of the environment
     * @param overrides the overrides, in the order they apply
     * @return this builder
     */
    public Builder environment(String environment, List<StepOverride> overrides) {
      this.environments.put(environment, overrides);
      return this;
    }

    /**
     * Sets {@code lifecycle}.
     *
     * @param data the value as written
     * @return this builder
     */
    public Builder lifecycle(Map<String, Object> data) {
      this.lifecycle = data;
      return this;
    }

    /**
     * Returns the template.
     *
     * @return the template
     */
    public TaskTemplate build() {
      return new TaskTemplate(
          namespace,
          name,
          version,
          description,
          metadata,
          systemDependencies,
          domainEvents,
          Optional.ofNullable(inputSchema),
          steps,
          environments,
          lifecycle);
    }
  }
}
