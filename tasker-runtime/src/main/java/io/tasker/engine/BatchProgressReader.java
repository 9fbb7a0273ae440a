package io.tasker.engine;

import io.tasker.handler.BatchProgress;
import io.tasker.internal.DeclaredResult;
import io.tasker.internal.JacksonCodec;
import org.jspecify.annotations.Nullable;

/** Reads what a batch came to: a result, or a checkpoint. */
final class BatchProgressReader implements ResultReader {
  private final JacksonCodec codec;
  private final DeclaredResult declared;
  private final boolean isRoundTrip;

  BatchProgressReader(JacksonCodec codec, DeclaredResult declared, boolean isRoundTrip) {
    this.codec = codec;
    this.declared = declared;
    this.isRoundTrip = isRoundTrip;
  }

  @Override
  public AttemptOutcome read(StepPlan step, int attempt, @Nullable Object returned) {
    if (returned instanceof BatchProgress.Checkpoint<?> checkpoint) {
      // As JSON at once, since the handler may go on changing what it accumulates.
      return AttemptOutcome.success(
          new TaskEvent.CheckpointYielded(
              step.index(), attempt, checkpoint.cursor(), checkpoint.itemsProcessed()),
          checkpoint.accumulated() == null ? null : codec.toTree(checkpoint.accumulated()));
    }
    Object value =
        declared.checked(
            step.name(), returned instanceof BatchProgress.Done<?> done ? done.result() : returned);
    return AttemptOutcome.success(
        new TaskEvent.StepSucceeded(step.index(), attempt),
        isRoundTrip ? declared.json(value) : value);
  }
}
