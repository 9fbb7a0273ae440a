package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.DecisionCapable;
import io.tasker.handler.OrchestrationMetadata.BackoffType;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepHandler;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class ApiCapableTest {
  private final AtomicReference<StepExecutionResult> reported = new AtomicReference<>();

  /** One handler may have several capabilities. */
  private final class Caller implements StepHandler, ApiCapable, DecisionCapable, BatchableCapable {
    private final Function<Caller, Function<StepContext, StepExecutionResult>> body;

    Caller(Function<Caller, Function<StepContext, StepExecutionResult>> body) {
      this.body = body;
    }

    @Override
    public StepExecutionResult call(StepContext context) {
      StepExecutionResult result = body.apply(this).apply(context);
      reported.set(result);
      return result;
    }

    @Override
    public String name() {
      return "call";
    }
  }

  private StepReport run(Function<Caller, Function<StepContext, StepExecutionResult>> body)
      throws InterruptedException {
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(
                StepDefinition.step("call", HandlerReference.to("call"))
                    .retry(
                        new RetryPolicy(
                            true, 1, BackoffStrategy.NONE, Duration.ZERO, Duration.ZERO))
                    .build())
            .build();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(HandlerRegistry.empty().register(new Caller(body)))
            .template(template)
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await().step("call");
    }
  }

  @Test
  void aSuccess_hasDataStatusAndHeaders() throws Exception {
    StepReport step =
        run(api -> context -> api.apiSuccess(context, Map.of("rate", 2), 201, Map.of("ETag", "7")));

    assertThat(step.json())
        .hasToString("{\"data\":{\"rate\":2},\"status_code\":201,\"headers\":{\"ETag\":\"7\"}}");
    assertThat(reported.get().metadata().custom()).containsEntry("http_status", 201);
  }

  @ParameterizedTest
  @CsvSource({
    "404, false, permanent_error",
    "408, true, transient_error",
    "429, true, rate_limited",
    "501, false, permanent_error",
    "503, true, transient_error"
  })
  void aFailure_isAsTheStatusSays(int status, boolean isRetryable, String classification)
      throws Exception {
    StepFailure failure =
        run(api ->
                context ->
                    api.apiFailure(
                        context,
                        "The bank says no",
                        status,
                        api.classifyStatusCode(status).errorType()))
            .failure()
            .orElseThrow();

    assertThat(failure.message()).isEqualTo("The bank says no");
    assertThat(failure.code()).contains("HTTP_" + status);
    assertThat(failure.retryable()).isEqualTo(isRetryable);
    assertThat(failure.context())
        .containsEntry("http_status", status)
        .containsEntry("classification", classification);
  }

  @ParameterizedTest
  @CsvSource({"429, RATE_LIMIT", "503, SERVICE_UNAVAILABLE", "500, SERVER_REQUESTED"})
  void anAnswer_isReportedWithItsMessageAndWait(int status, BackoffType why) throws Exception {
    try (LocalServer server =
            LocalServer.always(
                LocalServer.reply(status, "{\"message\": \"Later\"}", "Retry-After: 7"));
        ApiClient client = ApiClient.builder(server.url()).build()) {
      StepFailure failure =
          run(api -> context -> api.apiFailure(context, client.request("GET", "x").exchange()))
              .failure()
              .orElseThrow();

      assertThat(failure.message()).isEqualTo("HTTP " + status + ": Later");
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(reported.get().orchestrationMetadata().backoffHint().backoffType()).isEqualTo(why);
    }
  }

  @Test
  void aPermanentAnswer_asksForNoWait() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(404, "", "Retry-After: 7"));
        ApiClient client = ApiClient.builder(server.url()).build()) {
      StepFailure failure =
          run(api -> context -> api.apiFailure(context, client.request("GET", "x").exchange()))
              .failure()
              .orElseThrow();

      assertThat(failure.errorType()).isEqualTo("not_found");
      assertThat(failure.retryable()).isFalse();
      assertThat(failure.retryAfter()).isEmpty();
    }
  }

  @Test
  void otherCapabilities_failWithCodesOfTheirOwn() throws Exception {
    assertThat(
            run(api -> context -> api.decisionFailure(context, "no rule", "permanent_error"))
                .failure()
                .orElseThrow()
                .code())
        .contains("DECISION_ERROR");
    StepFailure batch =
        run(api -> context -> api.batchFailure(context, "disk full", "timeout", true))
            .failure()
            .orElseThrow();
    assertThat(batch.code()).contains("BATCH_ERROR");
    assertThat(batch.retryable()).isTrue();
    assertThat(run(api -> context -> api.noBatchesOutcome(context, "no rows")).json())
        .hasToString(
            "{\"batch_processing_outcome\":{\"type\":\"no_batches\"},\"reason\":\"no rows\"}");
  }
}
