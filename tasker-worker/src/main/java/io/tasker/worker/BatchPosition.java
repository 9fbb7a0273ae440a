package io.tasker.worker;

import io.tasker.engine.StepCall;
import io.tasker.handler.StepFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far an attempt of a batch got, by its last checkpoint.
 *
 * @param resumedFrom the item that the attempt began with
 * @param reached the item that the next attempt goes on with
 */
record BatchPosition(long resumedFrom, long reached) {

  /**
   * Returns the position of an attempt that ended, or empty if there is no checkpoint at all.
   *
   * @param begun the attempt as it began
   * @param last the last checkpoint that it stored, or null for none
   */
  static Optional<BatchPosition> of(StepCall begun, StepCall.@Nullable Checkpoint last) {
    Optional<StepCall.Checkpoint> first = begun.checkpoint();
    if (first.isEmpty() && last == null) {
      return Optional.empty();
    }
    long from = first.map(StepCall.Checkpoint::cursor).orElseGet(() -> start(begun.batch()));
    return Optional.of(new BatchPosition(from, last == null ? from : last.cursor()));
  }

  private static long start(@Nullable JsonNode batch) {
    return batch == null ? 0 : batch.path("cursor").path("start_cursor").asLong(0);
  }

  /** Adds what Tasker Core's workers say of a batch that failed to the context of its failure. */
  StepFailure addTo(StepFailure failure) {
    Map<String, Object> context = new LinkedHashMap<>(failure.context());
    context.put("checkpoint_progress", reached);
    context.put("processed_before_failure", reached - resumedFrom);
    context.put("resumed_from", resumedFrom);
    return new StepFailure(
        failure.message(),
        failure.errorType(),
        failure.code(),
        failure.retryable(),
        failure.retryAfter(),
        context,
        failure.cause());
  }
}
