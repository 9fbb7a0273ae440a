package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.engine.StepCall;
import io.tasker.engine.StepEnd;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.RateLimitException;
import io.tasker.handler.StepFailure;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.JacksonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The texts that the orchestrator reads, to the letter. */
class ResultDocumentTest {
  private static final Instant STARTED = Instant.parse("2026-11-24T02:22:10.111Z");
  private static final Instant ENDED = Instant.parse("2026-11-24T02:22:10.123456Z");

  private final JacksonCodec codec = new JacksonCodec();
  private final ResultDocument document =
      new ResultDocument(codec, "worker_01900000-0000-7000-8000-0000000000ff", "host-1", 10_000);
  private final ResultDocument.Run run = run(true);

  private static ResultDocument.Run run(boolean isRetryable) {
    return new ResultDocument.Run(
        UUID.fromString("01900000-0000-7000-8000-00000000000a"), isRetryable, STARTED, ENDED);
  }

  @Test
  void aResult() {
    ResultDocument.Written written =
        document.completed(
            run, new StepEnd.Completed(codec.parse("{\"total\": 42}"), Map.of("rows", 3)));

    assertThat(written.isSuccess()).isTrue();
    assertThat(written.json())
        .isEqualTo(
            """
            {"step_uuid":"01900000-0000-7000-8000-00000000000a","success":true,\
            "result":{"total":42},"metadata":{"execution_time_ms":12,"handler_version":null,\
            "retryable":false,"completed_at":"2026-11-24T02:22:10.123456Z",\
            "worker_id":"worker_01900000-0000-7000-8000-0000000000ff","worker_hostname":"host-1",\
            "started_at":"2026-11-24T02:22:10.111Z","custom":{"rows":3},"error_code":null,\
            "error_type":null,"context":{}},"status":"completed","error":null,\
            "orchestration_metadata":null}""");
  }

  @Test
  void aFailureThatMayHeal_asksForItsWait() {
    StepFailure failure =
        new StepFailure(
            "boom",
            "retryable_error",
            Optional.of("UPSTREAM_503"),
            true,
            Optional.empty(),
            Map.of("tries", 2),
            null);

    assertThat(document.failed(run, failure, Duration.ofMillis(2001), Map.of()).json())
        .isEqualTo(
            """
            {"step_uuid":"01900000-0000-7000-8000-00000000000a","success":false,"result":{},\
            "metadata":{"execution_time_ms":12,"handler_version":null,"retryable":true,\
            "completed_at":"2026-11-24T02:22:10.123456Z",\
            "worker_id":"worker_01900000-0000-7000-8000-0000000000ff","worker_hostname":"host-1",\
            "started_at":"2026-11-24T02:22:10.111Z","custom":{},"error_code":"UPSTREAM_503",\
            "error_type":"retryable_error","context":{"tries":2}},"status":"failed",\
            "error":{"message":"boom","error_type":"retryable_error","backtrace":null,\
            "retryable":true},"orchestration_metadata":{"headers":{"Retry-After":"3"},\
            "error_context":null,"backoff_hint":{"backoff_type":"Custom","delay_seconds":3,\
            "context":null},"custom":{}}}""");
  }

  @Test
  void aFailureThatCannotHeal_asksForNothing() {
    StepFailure failure = StepFailure.of("no", ErrorTypes.PERMANENT_ERROR, false);

    assertThat(document.failed(run, failure, Duration.ofSeconds(1), Map.of()).json())
        .isEqualTo(
            """
            {"step_uuid":"01900000-0000-7000-8000-00000000000a","success":false,"result":{},\
            "metadata":{"execution_time_ms":12,"handler_version":null,"retryable":false,\
            "completed_at":"2026-11-24T02:22:10.123456Z",\
            "worker_id":"worker_01900000-0000-7000-8000-0000000000ff","worker_hostname":"host-1",\
            "started_at":"2026-11-24T02:22:10.111Z","custom":{},"error_code":null,\
            "error_type":"permanent_error","context":{}},"status":"failed",\
            "error":{"message":"no","error_type":"permanent_error","backtrace":null,\
            "retryable":false},"orchestration_metadata":null}""");
  }

  @Test
  void aWaitThatTheHandlerAskedFor_isTheServers_andBounded() {
    StepFailure asked = FailureMapping.of(new RateLimitException("slow down"));
    StepFailure failure =
        new StepFailure(
            asked.message(),
            asked.errorType(),
            asked.code(),
            true,
            Optional.of(Duration.ofSeconds(7)),
            Map.of(),
            null);

    assertThat(document.failed(run, failure, Duration.ofSeconds(7), Map.of()).json())
        .contains("\"headers\":{\"Retry-After\":\"7\"}", "\"backoff_type\":\"ServerRequested\"");
    assertThat(document.failed(run, failure, Duration.ofHours(1), Map.of()).json())
        .contains("\"headers\":{\"Retry-After\":\"1500\"}");
  }

  @Test
  void aStepThatIsNeverTriedAgain_isNotSaidToBeRetryable() {
    StepFailure failure = StepFailure.of("busy", ErrorTypes.RETRYABLE_ERROR, true);

    assertThat(document.failed(run(false), failure, Duration.ofSeconds(1), Map.of()).json())
        .contains("\"retryable\":false")
        .doesNotContain("\"retryable\":true")
        .contains("\"orchestration_metadata\":null");
  }

  @Test
  void anExceptionNobodyForesaw_bringsItsFrames_andAnErrorIsOne() {
    StepFailure bug = FailureMapping.of(new IllegalStateException("bug"));
    assertThat(document.failed(run, bug, Duration.ZERO, Map.of()).json())
        .contains("\"status\":\"failed\"", "\"backtrace\":[\"", "\"Retry-After\":\"0\"");

    StepFailure panic = FailureMapping.of(new AssertionError("worse"));
    assertThat(document.failed(run, panic, Duration.ZERO, Map.of()).json())
        .contains("\"status\":\"error\"", "\"error_type\":\"handler_panic\"");
  }

  @Test
  void aResultThatIsTooLarge_isAPermanentFailureThatSaysSo() {
    ResultDocument.Written written =
        document.completed(
            run, new StepEnd.Completed(codec.parse("\"" + "x".repeat(10_000) + "\""), Map.of()));

    assertThat(written.isSuccess()).isFalse();
    assertThat(written.json())
        .contains("\"error_code\":\"RESULT_TOO_LARGE\"", "more than the 10000", "maxResultBytes")
        .doesNotContain("xxxx");
  }

  @Test
  void aFailureThatIsTooLarge_isShortened() {
    StepFailure failure = StepFailure.of("y".repeat(50_000), ErrorTypes.HANDLER_ERROR, true);

    String json =
        document.failed(run, failure, Duration.ZERO, Map.of("z", "z".repeat(50_000))).json();
    assertThat(json.length()).isLessThan(10_000);
    assertThat(json).contains("yyyy…\"").doesNotContain("zzzz");
  }

  @Test
  void whatCannotBeJson_isAPermanentFailure() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("itself", facts);

    assertThat(document.completed(run, new StepEnd.Completed(codec.parse("1"), facts)).json())
        .contains("\"error_code\":\"INVALID_RESULT\"", "\"retryable\":false");
  }

  @Test
  void theCharacterNul_isLeftOut() {
    String json =
        document
            .completed(
                run,
                new StepEnd.Completed(
                    codec.parse("{\"a\\u0000b\": [\"c\\u0000\", \"\\\\u0000\"]}"), Map.of()))
            .json();

    assertThat(json).contains("\"result\":{\"ab\":[\"c\",\"\\\\u0000\"]}");
  }

  @Test
  void aCheckpoint() {
    StepCall.Checkpoint reached = new StepCall.Checkpoint(120, 20, codec.parse("{\"sum\": 20}"));

    assertThat(document.checkpoint(reached, ENDED))
        .contains(
            """
            {"cursor":120,"items_processed":20,"timestamp":"2026-11-24T02:22:10.123456Z",\
            "accumulated_results":{"sum":20},"history":[]}""");
    assertThat(document.checkpoint(new StepCall.Checkpoint(1, 1, null), ENDED))
        .hasValueSatisfying(json -> assertThat(json).contains("\"accumulated_results\":null"));
  }

  @Test
  void aCheckpointThatIsTooLarge_isNone() {
    StepCall.Checkpoint reached =
        new StepCall.Checkpoint(1, 1, codec.parse("\"" + "x".repeat(10_000) + "\""));

    assertThat(document.checkpoint(reached, ENDED)).isEmpty();
  }
}
