package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.RetryableException;
import io.tasker.internal.JacksonCodec;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class StepRunnerTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: test
      version: "1.0.0"
      steps:
        - name: first
          handler: {callable: first, initialization: {unit: EUR}}
        - name: second
          dependencies: [first]
          handler: {callable: second}
          timeout_seconds: 1
          retry: {retryable: true, max_attempts: 3, backoff: exponential, backoff_base_ms: 2000, max_backoff_ms: 60000}
      """;
  private static final String BATCHES =
      """
      name: flow
      namespace_name: test
      version: "1.0.0"
      steps:
        - name: analyze
          type: batchable
          handler: {callable: analyze, initialization: {worker_template_name: work}}
        - name: work
          type: batch_worker
          dependencies: [analyze]
          handler: {callable: work}
          batch_config: {batch_size: 100, parallelism: 2, cursor_field: row, worker_template: work, failure_strategy: continue_on_failure}
        - name: total
          type: deferred_convergence
          dependencies: [work]
          handler: {callable: total}
      """;

  private final JacksonCodec codec = new JacksonCodec();
  private final HandlerRegistry handlers = HandlerRegistry.empty();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<StepEnd> end = new CompletableFuture<>();
  private @Nullable StepRunner runner;

  record Price(long amount, String unit) {}

  @AfterEach
  void close() {
    threads.shutdownNow();
    if (runner != null) {
      runner.close();
    }
  }

  @Test
  void aStep_getsInputConfigurationAndResultsOfAncestors() throws Exception {
    Parameter<Price> price = Parameter.dependency("first", JsonType.of(Price.class));
    Parameter<Integer> count = Parameter.input("count", JsonType.of(Integer.class));
    register("first", i -> "unused");
    register(
        handler("second").parameters(price, count),
        i ->
            Map.of(
                "total", i.argument(price).amount() * i.argument(count),
                "step", i.context().stepName(),
                "attempt", i.context().attempt(),
                "last", i.context().isLastAttempt(),
                "above", i.context().dependencyNames()));

    StepCall.Result first =
        new StepCall.Result("first", "first", false, json("{\"amount\": 7, \"unit\": \"EUR\"}"));
    assertThat(run(FLOW, "second", List.of(first)))
        .isEqualTo(
            new StepEnd.Completed(
                json(
                    "{\"total\": 21, \"step\": \"second\", \"attempt\": 2, \"last\": false,"
                        + " \"above\": [\"first\"]}"),
                Map.of()));
  }

  @Test
  void aResultThatIsAbsent_isAPermanentFailure() throws Exception {
    Parameter<Price> price = Parameter.dependency("first", JsonType.of(Price.class));
    register("first", i -> "unused");
    register(handler("second").parameters(price), i -> i.argument(price));

    StepEnd.Failed failed = (StepEnd.Failed) run(FLOW, "second", List.of());
    assertThat(failed.failure().retryable()).isFalse();
    assertThat(failed.failure().code()).contains("MISSING_DEPENDENCY");
  }

  @Test
  void aFailure_comesWithTheWaitOfThePolicyOrOfTheHandler() throws Exception {
    register("first", i -> "unused");
    register(
        "second",
        i -> {
          throw new RetryableException("busy");
        });

    StepEnd.Failed failed = (StepEnd.Failed) run(FLOW, "second", List.of());
    assertThat(failed.failure().message()).isEqualTo("busy");
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aHandlerThatTakesTooLong_isInterruptedAndFails() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    register("first", i -> "unused");
    register(
        "second",
        i -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return "never";
        });

    StepEnd.Failed failed = (StepEnd.Failed) run(FLOW, "second", List.of());
    assertThat(failed.failure().errorType()).isEqualTo("handler_timeout");
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aStageThatTakesTooLong_isCancelledAndFails() throws Exception {
    CompletableFuture<String> never = new CompletableFuture<>();
    register("first", i -> "unused");
    register("second", i -> (Object) never);

    StepEnd.Failed failed = (StepEnd.Failed) run(FLOW, "second", List.of());
    assertThat(failed.failure().errorType()).isEqualTo("handler_timeout");
    assertThat(never).isCancelled();
  }

  @Test
  void aStage_endsTheStepWhenItCompletes() throws Exception {
    CompletableFuture<String> later = new CompletableFuture<>();
    register("first", i -> (Object) later);
    register("second", i -> "unused");

    RunningStep step = start(FLOW, "first", "first", List.of(), null, Optional.empty());
    assertThat(later.complete("later")).isTrue();
    assertThat(end(step)).isEqualTo(new StepEnd.Completed(json("\"later\""), Map.of()));
  }

  @Test
  void aStoppedStep_tellsNobody() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    register(
        "first",
        i -> {
          running.countDown();
          try {
            return new CountDownLatch(1).await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            interrupted.countDown();
            return "late";
          }
        });
    register("second", i -> "unused");

    RunningStep step = start(FLOW, "first", "first", List.of(), null, Optional.empty());
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(step.stop()).isTrue();
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(step.stop()).isFalse();
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(end).isNotDone();
  }

  @Test
  void anAnalyzer_resultsInThePlanAsTheOrchestratorReadsIt() throws Exception {
    batchHandlers();

    StepEnd.Completed planned = (StepEnd.Completed) run(BATCHES, "analyze", List.of());
    assertThat(planned.result().path("batch_processing_outcome"))
        .isEqualTo(
            json(
                """
                {"type": "create_batches", "worker_template_name": "work", "worker_count": 2,
                 "cursor_configs": [
                   {"batch_id": "001", "start_cursor": 0, "end_cursor": 100, "batch_size": 100},
                   {"batch_id": "002", "start_cursor": 100, "end_cursor": 150, "batch_size": 50}],
                 "total_items": 150}
                """));
  }

  @Test
  void aBatch_yieldsAndGoesOnFromItsCheckpoint() throws Exception {
    batchHandlers();
    JsonNode given =
        json(
            """
            {"cursor": {"batch_id": "002", "start_cursor": 100, "end_cursor": 150, "batch_size": 50},
             "batch_metadata": {"cursor_field": "row", "failure_strategy": "continue_on_failure"},
             "is_no_op": false, "__template_step_name": "work"}
            """);

    StepEnd yielded = end(start(BATCHES, "work", "work_002", List.of(), given, Optional.empty()));
    assertThat(yielded)
        .isEqualTo(new StepEnd.Yielded(new StepCall.Checkpoint(120, 20, json("{\"sum\": 20}"))));
  }

  @Test
  void aBatchFromACheckpoint_seesIt() throws Exception {
    batchHandlers();
    JsonNode given =
        json(
            "{\"cursor\": {\"batch_id\": \"002\", \"start_cursor\": 100, \"end_cursor\": 150,"
                + " \"batch_size\": 50}, \"is_no_op\": false}");

    StepCall.Checkpoint at = new StepCall.Checkpoint(120, 20, json("{\"sum\": 20}"));
    assertThat(end(start(BATCHES, "work", "work_002", List.of(), given, Optional.of(at))))
        .isEqualTo(
            new StepEnd.Completed(json("{\"from\": 120, \"before\": {\"sum\": 20}}"), Map.of()));
  }

  @Test
  void aPlaceholder_isCompleteWithoutItsHandler() throws Exception {
    batchHandlers();
    JsonNode given = json("{\"cursor\": {\"batch_id\": \"000\"}, \"is_no_op\": true}");

    assertThat(end(start(BATCHES, "work", "work_000", List.of(), given, Optional.empty())))
        .isEqualTo(
            new StepEnd.Completed(
                json("{\"batch_id\": \"000\", \"no_op\": true, \"processed_count\": 0}"),
                Map.of()));
  }

  @Test
  void aConvergence_getsTheResultsOfAllBatches_butNotOfAPlaceholder() throws Exception {
    batchHandlers();
    List<StepCall.Result> results =
        List.of(
            new StepCall.Result("analyze", "analyze", false, json("{}")),
            new StepCall.Result("work_001", "work", false, json("3")),
            new StepCall.Result("work_002", "work", false, json("{\"result\": 4}")));

    assertThat(run(BATCHES, "total", results))
        .isEqualTo(new StepEnd.Completed(json("{\"sums\": [3, 4], \"planned\": true}"), Map.of()));
  }

  @Test
  void aConvergenceOfAPlaceholder_hasNothingPlanned() throws Exception {
    batchHandlers();
    List<StepCall.Result> results =
        List.of(new StepCall.Result("work_000", "work", true, json("{}")));

    assertThat(run(BATCHES, "total", results))
        .isEqualTo(new StepEnd.Completed(json("{\"sums\": [], \"planned\": false}"), Map.of()));
  }

  @Test
  void aTemplateOfTheCluster_isCompiledWithWhatTheRunnerHas() {
    Parameter<String> unit = Parameter.config("unit", JsonType.of(String.class));
    register(handler("first").parameters(unit), i -> i.argument(unit));
    register("second", i -> "unused");
    StepRunner built = runner(FLOW);

    TaskTemplate same = template(FLOW);
    assertThat(built.workflow(same)).isSameAs(built.workflows().get(0));

    TaskTemplate other = template(FLOW.replace("unit: EUR", "unit: USD"));
    assertThat(built.workflow(other).template()).isEqualTo(other);

    assertThatThrownBy(() -> built.workflow(template(FLOW.replace("{unit: EUR}", "{}"))))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("configuration key 'unit'");
    assertThatThrownBy(() -> built.workflow(template(FLOW.replace("second", "third"))))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("'third'");
  }

  private void batchHandlers() {
    Parameter<BatchSlice> slice = Parameter.slice();
    Parameter<BatchResults<Long>> sums = Parameter.batchResults("work", JsonType.of(Long.class));
    register(handler("analyze").batchAnalyzer(), i -> BatchPlan.of(150).size(100));
    register(
        handler("work").batchWorker().parameters(slice).result(JsonType.of(Object.class)),
        i -> {
          BatchSlice batch = i.argument(slice);
          return batch.checkpoint().isPresent()
              ? Map.of(
                  "from",
                  batch.position(),
                  "before",
                  batch.checkpoint().get().accumulated(Map.class))
              : BatchProgress.checkpoint(120, 20, Map.of("sum", 20));
        });
    register(
        handler("total").parameters(sums),
        i -> Map.of("sums", i.argument(sums).results(), "planned", i.argument(sums).isPlanned()));
  }

  private void register(String name, Adapters.Body body) {
    register(handler(name), body);
  }

  private void register(HandlerDescriptor.Builder handler, Adapters.Body body) {
    handlers.register(adapter(handler, body));
  }

  private StepRunner runner(String yaml) {
    StepRunner built = StepRunner.builder().registry(handlers).template("flow.yaml", yaml).build();
    runner = built;
    return built;
  }

  private StepEnd run(String yaml, String step, List<StepCall.Result> results) throws Exception {
    return end(start(yaml, step, step, results, null, Optional.empty()));
  }

  private StepEnd end(RunningStep running) throws Exception {
    assertThat(running.call().attempt()).isEqualTo(2);
    return end.get(30, TimeUnit.SECONDS);
  }

  private RunningStep start(
      String yaml,
      String step,
      String name,
      List<StepCall.Result> results,
      @Nullable JsonNode batch,
      Optional<StepCall.Checkpoint> checkpoint) {
    StepRunner built = runner(yaml);
    StepCall call =
        new StepCall(
            built.workflows().get(0),
            step,
            name,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            2,
            3,
            json("{\"count\": 3}"),
            results,
            batch,
            checkpoint);
    RunningStep running = built.prepare(call, end::complete);
    threads.execute(running);
    return running;
  }

  private JsonNode json(String text) {
    return codec.parse(text);
  }

  private static TaskTemplate template(String yaml) {
    return new TemplateReader().read("flow.yaml", yaml).orThrow().template();
  }
}
