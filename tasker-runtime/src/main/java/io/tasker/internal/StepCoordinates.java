package io.tasker.internal;

import io.tasker.handler.BatchCheckpoint;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which attempt of which step of which task a context is for. */
public interface StepCoordinates {

  /**
   * Returns the id of the task.
   *
   * @return the id
   */
  UUID taskUuid();

  /**
   * Returns the id of the step.
   *
   * @return the id
   */
  UUID stepUuid();

  /**
   * Returns the correlation id of the task.
   *
   * @return the id
   */
  UUID correlationId();

  /**
   * Returns the namespace of the workflow.
   *
   * @return the namespace
   */
  String namespace();

  /**
   * Returns the name of the workflow.
   *
   * @return the name
   */
  String taskName();

  /**
   * Returns the version of the workflow.
   *
   * @return the version
   */
  String taskVersion();

  /**
   * Returns the name of the step.
   *
   * @return the name
   */
  String stepName();

  /**
   * Returns the name of the step in the template.
   *
   * @return the name; differs from {@link #stepName()} for batches only
   */
  default String templateStepName() {
    return stepName();
  }

  /**
   * Returns what the step was given when it was created.
   *
   * @param config the configuration of the step as JSON
   * @return the inputs; empty for all but batches
   */
  default ObjectNode stepInputs(JsonNode config) {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Returns the last checkpoint of the step.
   *
   * @return the checkpoint, or empty if there is none
   */
  default Optional<BatchCheckpoint> checkpoint() {
    return Optional.empty();
  }

  /**
   * Returns the callable of the handler.
   *
   * @return the callable
   */
  String handlerName();

  /**
   * Returns the number of the attempt.
   *
   * @return 1 for the first
   */
  int attempt();

  /**
   * Returns the bound of the attempts.
   *
   * @return the number, the first included
   */
  int maxAttempts();

  /**
   * Returns the configuration of the step.
   *
   * @return the configuration
   */
  Map<String, Object> config();

  /**
   * Returns the steps above this one.
   *
   * @return the index by step name, ordered by name
   */
  Map<String, Integer> ancestors();
}
