package io.tasker.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A template as the cluster has it.
 *
 * @param namespace its namespace
 * @param name the name of the workflow
 * @param version its version
 * @param description what it is for, or null
 * @param configuration the whole template as it was registered, or null
 * @param steps its steps
 */
public record ClusterTemplate(
    String namespace,
    String name,
    String version,
    @Nullable String description,
    @Nullable JsonNode configuration,
    List<Step> steps) {

  /** Copies the steps. */
  public ClusterTemplate {
    configuration = ClusterAnswer.orNull(configuration);
    steps = List.copyOf(steps);
  }

  /**
   * A step of a template.
   *
   * @param name the name
   * @param description what it does, or null
   * @param defaultRetryable whether a failed attempt may be followed by another
   * @param defaultMaxAttempts the bound of the attempts, the first included
   * @param resultSchema the JSON Schema of its result, or null
   */
  public record Step(
      String name,
      @Nullable String description,
      boolean defaultRetryable,
      int defaultMaxAttempts,
      @Nullable JsonNode resultSchema) {

    /** Takes JSON's null for none. */
    public Step {
      resultSchema = ClusterAnswer.orNull(resultSchema);
    }
  }
}
