package io.tasker.engine;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchSlice;
import io.tasker.template.BatchConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one batch is given when it is created.
 *
 * @param step the batch
 * @param cursor the part of the plan that is this batch's
 * @param isNoOp true for the placeholder of a plan without batches
 */
record BatchInput(StepPlan step, JsonNode cursor, boolean isNoOp) {

  /** Returns the input of a batch of a plan. */
  static BatchInput of(StepPlan step, JsonNode plan, int number) {
    JsonNode cursors = plan.path(BatchPlanReader.OUTCOME).path(BatchPlanReader.CURSORS);
    if (cursors.isArray() && number < cursors.size()) {
      return new BatchInput(step, cursors.get(number), false);
    }
    ObjectNode nothing =
        JsonNodeFactory.instance
            .objectNode()
            .put("batch_id", BatchPlanReader.PLACEHOLDER)
            .put("start_cursor", 0)
            .put("end_cursor", 0)
            .put("batch_size", 0);
    return new BatchInput(step, nothing, true);
  }

  String batchId() {
    return cursor.path("batch_id").asString("");
  }

  /** Returns what the placeholder brings, as all of Tasker Core's workers have it. */
  Map<String, Object> noOpResult() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("batch_id", batchId());
    result.put("no_op", true);
    result.put("processed_count", 0);
    return result;
  }

  /** Returns the inputs as Tasker Core keeps them with the step. */
  ObjectNode json(Map<String, Object> initialization, JsonNode configuration) {
    BatchConfiguration settings = BatchSettings.of(step.definition());
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    if (!initialization.isEmpty()) {
      configuration.properties().forEach(entry -> inputs.set(entry.getKey(), entry.getValue()));
    }
    inputs.set("cursor", cursor);
    inputs
        .putObject("batch_metadata")
        .put("cursor_field", settings.cursorField())
        .put("failure_strategy", settings.failureStrategy().yamlName());
    inputs.put("is_no_op", isNoOp);
    inputs.put("__template_step_name", step.definition().name());
    return inputs;
  }

  BatchSlice slice(@Nullable BatchCheckpoint checkpoint) {
    return new Slice(this, checkpoint);
  }

  private record Slice(BatchInput batch, @Nullable BatchCheckpoint last) implements BatchSlice {
    @Override
    public String batchId() {
      return batch.batchId();
    }

    @Override
    public long start() {
      return position("start_cursor");
    }

    @Override
    public long end() {
      return position("end_cursor");
    }

    @Override
    public long position() {
      return last == null ? start() : last.cursor();
    }

    @Override
    public Optional<BatchCheckpoint> checkpoint() {
      return Optional.ofNullable(last);
    }

    @Override
    public String cursorField() {
      return BatchSettings.of(batch.step.definition()).cursorField();
    }

    private long position(String field) {
      JsonNode value = batch.cursor.path(field);
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw InvalidOutcomeException.batch(
            batch.step, "counts its items in whole numbers, but its plan has another " + field);
      }
      return value.asLong();
    }
  }
}
