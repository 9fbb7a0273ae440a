package io.tasker.internal;

import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.PermanentException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The last checkpoint of a batch.
 *
 * @param cursor the item to go on with
 * @param itemsProcessed how many items of the batch are done
 * @param json what was accumulated, or null for nothing
 * @param codec the codec
 */
public record KeptCheckpoint(
    long cursor, long itemsProcessed, @Nullable JsonNode json, JacksonCodec codec)
    implements BatchCheckpoint {

  @Override
  public <T> T accumulated(Class<T> type) {
    if (json == null) {
      throw new PermanentException("The checkpoint at item %d holds no value".formatted(cursor));
    }
    try {
      return type.cast(codec.read(json, codec.type(type)));
    } catch (UnfitValueException e) {
      throw new PermanentException(
          "What the checkpoint at item %d holds does not fit %s: %s"
              .formatted(cursor, type.getTypeName(), e.getMessage()),
          "INVALID_CHECKPOINT",
          e);
    }
  }
}
