package io.tasker.worker;

import io.tasker.engine.StepCall;
import io.tasker.engine.StepEnd;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.OrchestrationMetadata;
import io.tasker.handler.OrchestrationMetadata.BackoffType;
import io.tasker.handler.StepExecutionError;
import io.tasker.handler.StepExecutionMetadata;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import io.tasker.worker.database.NulFree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what an attempt came to as the orchestrator reads it. It reads strictly: milliseconds are
 * whole, times have an offset, objects are never null.
 *
 * @param codec the codec
 * @param workerId the id of the worker, {@code worker_<uuid>}
 * @param host the name of the host
 * @param maxBytes the greatest size of a document in bytes
 */
record ResultDocument(JacksonCodec codec, String workerId, String host, int maxBytes) {
  // Tasker Core does not look at tasks any more that wait for more than half an hour.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(25);

  /**
   * A document.
   *
   * @param failure why the step has no result, or null if it has one
   * @param json the text
   */
  record Written(@Nullable StepFailure failure, String json) {
    boolean isSuccess() {
      return failure == null;
    }
  }

  /**
   * When an attempt ran.
   *
   * @param step the id of the step
   * @param isRetryable whether the step may be tried again at all
   * @param started when the handler began
   * @param ended when it ended
   */
  record Run(UUID step, boolean isRetryable, Instant started, Instant ended) {}

  Written completed(Run run, StepEnd.Completed end) {
    try {
      StepExecutionMetadata metadata = metadata(run, false, end.metadata(), null, null, Map.of());
      Written written =
          write(
              new StepExecutionResult(
                  run.step(),
                  true,
                  end.result(),
                  metadata,
                  StepExecutionResult.COMPLETED,
                  null,
                  null),
              null);
      return written.json().getBytes(StandardCharsets.UTF_8).length <= maxBytes
          ? written
          : failed(run, tooLarge(written), Duration.ZERO, Map.of());
    } catch (UnfitValueException e) {
      return failed(run, unwritable(e), Duration.ZERO, Map.of());
    }
  }

  Written failed(Run run, StepFailure failure, Duration wait, Map<String, Object> facts) {
    try {
      Written written = write(failure(run, failure, wait, facts, failure.context()), failure);
      if (written.json().getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
        return written;
      }
    } catch (UnfitValueException e) {
      // What the handler added cannot be written; what happened can.
    }
    return write(failure(run, shortened(failure), wait, Map.of(), Map.of()), failure);
  }

  /** Returns a checkpoint as text, or empty if it is too large. */
  Optional<String> checkpoint(StepCall.Checkpoint reached, Instant time) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("cursor", reached.cursor());
    kept.put("items_processed", reached.itemsProcessed());
    kept.put("timestamp", time.toString());
    JsonNode accumulated = reached.accumulated();
    kept.set("accumulated_results", accumulated == null ? kept.nullNode() : accumulated);
    kept.putArray("history");
    String json = codec.write(NulFree.copy(kept));
    return json.getBytes(StandardCharsets.UTF_8).length <= maxBytes
        ? Optional.of(json)
        : Optional.empty();
  }

  private StepExecutionResult failure(
      Run run,
      StepFailure failure,
      Duration wait,
      Map<String, Object> facts,
      Map<String, Object> context) {
    boolean isRetryable = failure.retryable() && run.isRetryable();
    return new StepExecutionResult(
        run.step(),
        false,
        Map.of(),
        metadata(
            run, isRetryable, facts, failure.code().orElse(null), failure.errorType(), context),
        failure.errorType().equals(ErrorTypes.HANDLER_PANIC)
            ? StepExecutionResult.ERROR
            : StepExecutionResult.FAILED,
        new StepExecutionError(
            failure.message(), failure.errorType(), frames(context), isRetryable, null, Map.of()),
        isRetryable ? backoff(failure, wait) : null);
  }

  // Without a header the orchestrator tries again at once, whatever the template says.
  private static OrchestrationMetadata backoff(StepFailure failure, Duration wait) {
    Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    return OrchestrationMetadata.retryAfter(
        bounded,
        failure.retryAfter().isPresent() ? BackoffType.SERVER_REQUESTED : BackoffType.CUSTOM);
  }

  private StepExecutionMetadata metadata(
      Run run,
      boolean isRetryable,
      Map<String, Object> custom,
      @Nullable String code,
      @Nullable String type,
      Map<String, Object> context) {
    return new StepExecutionMetadata(
        Math.max(0, Duration.between(run.started(), run.ended()).toMillis()),
        null,
        isRetryable,
        run.ended(),
        workerId,
        host,
        run.started(),
        custom,
        code,
        type,
        context);
  }

  private static @Nullable List<String> frames(Map<String, Object> context) {
    return context.get("stack_trace") instanceof List<?> frames
        ? frames.stream().map(String::valueOf).toList()
        : null;
  }

  private Written write(StepExecutionResult result, @Nullable StepFailure failure) {
    JsonNode tree = codec.toTree(result);
    return new Written(failure, codec.write(NulFree.copy(tree)));
  }

  private StepFailure tooLarge(Written written) {
    return permanent(
        "The result takes %d bytes, more than the %d that a worker may store; return a reference to"
                .formatted(written.json().getBytes(StandardCharsets.UTF_8).length, maxBytes)
            + " the data, or build the worker with a greater maxResultBytes",
        "RESULT_TOO_LARGE");
  }

  private static StepFailure unwritable(UnfitValueException cause) {
    return permanent(
        "What the handler returned cannot be JSON: " + cause.getMessage(), "INVALID_RESULT");
  }

  static StepFailure permanent(String message, String code) {
    return new StepFailure(
        message,
        ErrorTypes.VALIDATION_ERROR,
        Optional.of(code),
        false,
        Optional.empty(),
        Map.of(),
        null);
  }

  private StepFailure shortened(StepFailure failure) {
    int longest = Math.max(100, maxBytes / 8);
    String message = failure.message();
    return new StepFailure(
        message.length() <= longest ? message : message.substring(0, longest) + "…",
        failure.errorType(),
        failure.code(),
        failure.retryable(),
        failure.retryAfter(),
        Map.of(),
        null);
  }
}
