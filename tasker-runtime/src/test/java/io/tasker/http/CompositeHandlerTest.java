package io.tasker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.DecisionCapable;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handlers that ask an API and decide, or plan batches, by what it answers. */
@Timeout(60)
final class CompositeHandlerTest {
  private static final RetryPolicy TWICE =
      new RetryPolicy(true, 2, BackoffStrategy.NONE, Duration.ZERO, Duration.ZERO);

  private record Rating(String name, ApiClient api)
      implements StepHandler, ApiCapable, DecisionCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      ApiResponse answer = api.request("GET", "rating").exchange();
      if (!answer.isSuccess()) {
        return apiFailure(context, answer);
      }
      int score = answer.json().path("score").asInt();
      String branch = score < 500 ? "reject" : "approve";
      return decisionSuccess(context, List.of(branch), Map.of("score", score));
    }
  }

  private record Rows(String name, ApiClient api)
      implements StepHandler, ApiCapable, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      ApiResponse answer = api.request("GET", "rows").exchange();
      int rows = answer.json().path("count").asInt();
      return rows == 0
          ? noBatchesOutcome(context, "there are no rows")
          : batchAnalyzerSuccess(context, "work", createCursorRanges(rows, 2, 0), rows);
    }
  }

  private static StepDefinition.Builder step(String name, String... above) {
    return StepDefinition.step(name, HandlerReference.to(name))
        .dependencies(List.of(above))
        .retry(TWICE);
  }

  private static TaskTemplate rating() {
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(step("first").build())
        .step(step("rate", "first").type(StepType.DECISION).build())
        .step(step("approve", "rate").build())
        .step(step("reject", "rate").build())
        .build();
  }

  private static TaskTemplate batches() {
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(
            StepDefinition.step(
                    "plan",
                    new HandlerReference("plan", "", "", Map.of("worker_template_name", "work")))
                .type(StepType.BATCHABLE)
                .build())
        .step(
            step("work", "plan")
                .type(StepType.BATCH_WORKER)
                .batch(
                    new BatchConfiguration(2, 2, "id", "work", FailureStrategy.CONTINUE_ON_FAILURE))
                .build())
        .build();
  }

  private static TaskResult run(TaskTemplate template, LocalServer server)
      throws InterruptedException {
    try (ApiClient client = ApiClient.builder(server.url()).build();
        LocalEngine engine =
            LocalEngine.builder()
                .registry(
                    HandlerRegistry.empty()
                        .register(new Rating("rate", client))
                        .register(new Rows("plan", client))
                        .register("first", context -> null)
                        .register("approve", context -> "yes")
                        .register("reject", context -> "no")
                        .register("work", context -> null))
                .template(template)
                .build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await();
    }
  }

  @ParameterizedTest
  @CsvSource({"700, approve", "499, reject"})
  void theAnswer_decides_onceThereIsOne(int score, String branch) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (LocalServer server =
        new LocalServer(
            request ->
                requests.incrementAndGet() == 1
                    ? LocalServer.reply(503, "")
                    : LocalServer.json("{\"score\": " + score + "}"))) {
      TaskResult result = run(rating(), server);

      assertThat(result.failure()).isEmpty();
      assertThat(result.steps()).extracting(StepReport::name).contains(branch).hasSize(3);
      assertThat(result.step("rate").attempts()).isEqualTo(2);
      assertThat(result.step("rate").json().at("/routing_context/score").asInt()).isEqualTo(score);
    }
  }

  @Test
  void anAnswerThatIsNone_takesNoBranch() throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.reply(404, ""))) {
      TaskResult result = run(rating(), server);

      assertThat(result.state()).isEqualTo(TaskState.ERROR);
      assertThat(result.steps()).extracting(StepReport::name).containsExactly("first", "rate");
      assertThat(result.step("rate").failure().orElseThrow().errorType()).isEqualTo("not_found");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, work_000", "3, work_001 work_002"})
  void theAnswer_saysHowManyBatchesThereAre(int rows, String batches) throws Exception {
    try (LocalServer server = LocalServer.always(LocalServer.json("{\"count\": " + rows + "}"))) {
      TaskResult result = run(batches(), server);

      assertThat(result.failure()).isEmpty();
      assertThat(result.steps())
          .extracting(StepReport::name)
          .filteredOn(name -> name.startsWith("work"))
          .containsExactly(batches.split(" ", -1));
    }
  }
}
