package io.tasker.worker.database;

import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.util.Optional;
import java.util.UUID;

/**
 * The one message between orchestrator and worker, the same in both directions. It holds no
 * payload: what there is to do, and what came of it, is in the database.
 *
 * @param taskUuid the task
 * @param stepUuid the step
 * @param correlationId the correlation id of the task
 */
public record StepMessage(UUID taskUuid, UUID stepUuid, UUID correlationId) {

  /**
   * Reads a message.
   *
   * @param json the text
   * @param codec the codec
   * @return the message, or empty if the text is none
   */
  public static Optional<StepMessage> read(String json, JacksonCodec codec) {
    try {
      StepMessage message =
          (StepMessage) codec.read(codec.parse(json), codec.type(StepMessage.class));
      return Optional.ofNullable(message);
    } catch (UnfitValueException e) {
      return Optional.empty();
    }
  }
}
