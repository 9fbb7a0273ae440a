package io.tasker.internal;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchSlice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A batch as its handler sees it.
 *
 * @param step the name of the step
 * @param cursor the part of the plan that is this batch's
 * @param cursorField the field that cursors count in
 * @param last the last checkpoint, or null if there is none
 */
public record CursorSlice(
    String step, JsonNode cursor, String cursorField, @Nullable BatchCheckpoint last)
    implements BatchSlice {

  @Override
  public String batchId() {
    return cursor.path("batch_id").asString("");
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

  private long position(String field) {
    JsonNode value = cursor.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw InvalidOutcomeException.batch(
          step, "counts its items in whole numbers, but its plan has another " + field);
    }
    return value.asLong();
  }
}
