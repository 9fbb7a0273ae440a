package io.tasker.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.handler.OrchestrationMetadata.BackoffType;
import io.tasker.internal.JacksonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON that other workers and the orchestrator read, byte by byte. */
class StepExecutionResultTest {
  private static final UUID STEP = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  private static final Instant COMPLETED = Instant.parse("2026-11-24T02:22:10.123456Z");

  private final JacksonCodec codec = new JacksonCodec();

  @Test
  void aSuccess_isWrittenAsTaskerCoreReadsIt() {
    StepExecutionResult result =
        new StepExecutionResult(
            STEP,
            true,
            Map.of("total", 42),
            new StepExecutionMetadata(
                12,
                null,
                false,
                COMPLETED,
                "worker_1",
                "host-1",
                COMPLETED.minusMillis(12),
                Map.of(),
                null,
                null,
                Map.of()),
            StepExecutionResult.COMPLETED,
            null,
            null);

    assertThat(codec.write(result))
        .isEqualTo(
            """
            {"step_uuid":"01900000-0000-7000-8000-00000000000a","success":true,"result":{"total":42},\
            "metadata":{"execution_time_ms":12,"handler_version":null,"retryable":false,\
            "completed_at":"2026-11-24T02:22:10.123456Z","worker_id":"worker_1","worker_hostname":"host-1",\
            "started_at":"2026-11-24T02:22:10.111456Z","custom":{},"error_code":null,"error_type":null,\
            "context":{}},"status":"completed","error":null,"orchestration_metadata":null}""");
  }

  @Test
  void aFailure_isWrittenAsTaskerCoreReadsIt() {
    StepExecutionResult result =
        new StepExecutionResult(
            STEP,
            false,
            Map.of(),
            new StepExecutionMetadata(
                5,
                null,
                true,
                COMPLETED,
                null,
                null,
                null,
                Map.of(),
                "UPSTREAM_503",
                "retryable_error",
                Map.of("tries", 2)),
            StepExecutionResult.FAILED,
            new StepExecutionError(
                "boom", "retryable_error", List.of("H.call(H.java:10)"), true, 503, Map.of()),
            OrchestrationMetadata.retryAfter(
                Duration.ofMillis(2001), BackoffType.SERVICE_UNAVAILABLE));

    assertThat(codec.write(result))
        .isEqualTo(
            """
            {"step_uuid":"01900000-0000-7000-8000-00000000000a","success":false,"result":{},\
            "metadata":{"execution_time_ms":5,"handler_version":null,"retryable":true,\
            "completed_at":"2026-11-24T02:22:10.123456Z","worker_id":null,"worker_hostname":null,\
            "started_at":null,"custom":{},"error_code":"UPSTREAM_503","error_type":"retryable_error",\
            "context":{"tries":2}},"status":"failed","error":{"message":"boom",\
            "error_type":"retryable_error","backtrace":["H.call(H.java:10)"],"retryable":true,\
            "status_code":503},"orchestration_metadata":{"headers":{"Retry-After":"3"},\
            "error_context":null,"backoff_hint":{"backoff_type":"ServiceUnavailable",\
            "delay_seconds":3,"context":null},"custom":{}}}""");
  }

  @Test
  void whatIsWritten_isReadBack() {
    StepExecutionResult result =
        StepExecutionResult.failure(
            STEP, "boom", "CODE", ErrorTypes.VALIDATION_ERROR, false, 7, Map.of("field", "x"));

    Object read =
        codec.read(codec.parse(codec.write(result)), codec.type(StepExecutionResult.class));
    assertThat(read).isEqualTo(result);
  }

  @Test
  void anError_isNeverRetryable() {
    StepExecutionResult result =
        StepExecutionResult.error(STEP, "bug", ErrorTypes.HANDLER_ERROR, null, 3, Map.of());

    assertThat(result.status()).isEqualTo("error");
    assertThat(result.metadata().retryable()).isFalse();
    assertThat(result.metadata().executionTimeMs()).isEqualTo(3);
    assertThat(result.metadata().startedAt())
        .isEqualTo(result.metadata().completedAt().minusMillis(3));
  }
}
