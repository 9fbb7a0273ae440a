package io.tasker.testing;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchSlice;
import io.tasker.internal.BatchInputJson;
import io.tasker.internal.CursorSlice;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The batch that a test gave to a batch worker.
 *
 * @param id its number in the plan
 * @param start its first item
 * @param end the item after its last one
 */
record GivenBatch(String id, long start, long end) {
  private static final String CURSOR_FIELD = "id";

  /** Checks the bounds. */
  GivenBatch {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A batch has no items from %d up to %d".formatted(start, end));
    }
  }

  /** Returns the name of a batch of a worker step. */
  static String name(String worker, String id) {
    return worker + "_" + id;
  }

  /** Returns the id of the batch of that number. */
  static String id(int number) {
    return "%03d".formatted(number);
  }

  BatchSlice slice(String step, @Nullable BatchCheckpoint checkpoint) {
    return new CursorSlice(step, cursor(), CURSOR_FIELD, checkpoint);
  }

  ObjectNode inputs(String step, JsonNode config) {
    return BatchInputJson.of(
        config, cursor(), CURSOR_FIELD, FailureStrategy.CONTINUE_ON_FAILURE, false, step);
  }

  private ObjectNode cursor() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("batch_id", id)
        .put("start_cursor", start)
        .put("end_cursor", end)
        .put("batch_size", end - start);
  }
}
