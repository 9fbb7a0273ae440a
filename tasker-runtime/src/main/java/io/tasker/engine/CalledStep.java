package io.tasker.engine;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.KeptCheckpoint;
import io.tasker.internal.StepCoordinates;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attempt of which step the context of a called step is for.
 *
 * @param call the call
 * @param step the step
 * @param values the values it sees
 * @param codec the codec
 */
record CalledStep(StepCall call, CompiledStep step, CalledValues values, JacksonCodec codec)
    implements StepCoordinates {

  @Override
  public UUID taskUuid() {
    return call.taskUuid();
  }

  @Override
  public UUID stepUuid() {
    return call.stepUuid();
  }

  @Override
  public UUID correlationId() {
    return call.correlationId();
  }

  @Override
  public String namespace() {
    return call.workflow().template().namespace();
  }

  @Override
  public String taskName() {
    return call.workflow().template().name();
  }

  @Override
  public String taskVersion() {
    return call.workflow().template().version();
  }

  @Override
  public String stepName() {
    return call.name();
  }

  @Override
  public String templateStepName() {
    return call.templateStep();
  }

  @Override
  public ObjectNode stepInputs(JsonNode config) {
    BatchInput batch = step.batch();
    return batch == null ? StepCoordinates.super.stepInputs(config) : batch.json(config(), config);
  }

  @Override
  public Optional<BatchCheckpoint> checkpoint() {
    return Optional.ofNullable(kept(call, codec));
  }

  static @Nullable BatchCheckpoint kept(StepCall call, JacksonCodec codec) {
    return call.checkpoint()
        .map(at -> new KeptCheckpoint(at.cursor(), at.itemsProcessed(), at.accumulated(), codec))
        .orElse(null);
  }

  @Override
  public String handlerName() {
    return step.plan().definition().handler().callable();
  }

  @Override
  public int attempt() {
    return call.attempt();
  }

  @Override
  public int maxAttempts() {
    return call.maxAttempts();
  }

  @Override
  public Map<String, Object> config() {
    return step.plan().definition().handler().initialization();
  }

  @Override
  public Map<String, Integer> ancestors() {
    return values.ancestors();
  }
}
