package io.tasker.engine;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.internal.StepCoordinates;
import io.tasker.template.TaskTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attempt of which step of which task a context is for.
 *
 * @param task the task
 * @param template its template
 * @param step the step
 * @param attempt the number of the attempt
 */
record AttemptCoordinates(LocalTask task, TaskTemplate template, CompiledStep step, int attempt)
    implements StepCoordinates {

  @Override
  public UUID taskUuid() {
    return task.id();
  }

  @Override
  public UUID stepUuid() {
    return TaskIds.step(task.id(), step.plan().index());
  }

  @Override
  public UUID correlationId() {
    return task.correlationId();
  }

  @Override
  public String namespace() {
    return template.namespace();
  }

  @Override
  public String taskName() {
    return template.name();
  }

  @Override
  public String taskVersion() {
    return template.version();
  }

  @Override
  public String stepName() {
    return step.plan().name();
  }

  @Override
  public String templateStepName() {
    return step.plan().definition().name();
  }

  @Override
  public ObjectNode stepInputs(JsonNode config) {
    BatchInput batch = step.batch();
    return batch == null ? StepCoordinates.super.stepInputs(config) : batch.json(config(), config);
  }

  @Override
  public Optional<BatchCheckpoint> checkpoint() {
    return Optional.ofNullable(task.data().record(step.plan().index()).checkpoint);
  }

  @Override
  public String handlerName() {
    return step.plan().definition().handler().callable();
  }

  @Override
  public int maxAttempts() {
    var retry = step.plan().definition().retry();
    return retry.retryable() ? retry.maxAttempts() : 1;
  }

  @Override
  public Map<String, Object> config() {
    return step.plan().definition().handler().initialization();
  }

  @Override
  public Map<String, Integer> ancestors() {
    return task.data().steps().ancestors(step);
  }
}
