package io.tasker.engine;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchSlice;
import io.tasker.internal.BatchInputJson;
import io.tasker.internal.BatchPlanJson;
import io.tasker.internal.CursorSlice;
import io.tasker.template.BatchConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
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
    JsonNode cursors = plan.path(BatchPlanJson.OUTCOME).path(BatchPlanJson.CURSORS);
    if (cursors.isArray() && number < cursors.size()) {
      return new BatchInput(step, cursors.get(number), false);
    }
    ObjectNode nothing =
        JsonNodeFactory.instance
            .objectNode()
            .put("batch_id", BatchPlanJson.PLACEHOLDER)
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
    return BatchInputJson.of(
        initialization.isEmpty() ? JsonNodeFactory.instance.objectNode() : configuration,
        cursor,
        settings.cursorField(),
        settings.failureStrategy(),
        isNoOp,
        step.definition().name());
  }

  BatchSlice slice(@Nullable BatchCheckpoint checkpoint) {
    return new CursorSlice(
        step.name(), cursor, BatchSettings.of(step.definition()).cursorField(), checkpoint);
  }
}
