package io.tasker.worker;

import static io.tasker.worker.TestHandlers.handler;

import io.tasker.engine.StepCall;
import io.tasker.engine.StepEnd;
import io.tasker.engine.StepRunner;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.Decision;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.internal.JacksonCodec;
import io.tasker.worker.database.StepMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each form in which the orchestrator is told what an attempt came to, from the handler on. */
class ResultGoldensTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: weigh, handler: {callable: weigh}}
        - {name: route, type: decision, dependencies: [weigh], handler: {callable: route}}
        - {name: big, dependencies: [route], handler: {callable: big}}
        - name: analyze
          type: batchable
          handler: {callable: analyze, initialization: {worker_template_name: work}}
        - name: work
          type: batch_worker
          dependencies: [analyze]
          handler: {callable: work}
          batch_config: {batch_size: 10, parallelism: 2, cursor_field: row, worker_template: work, failure_strategy: continue_on_failure}
      """;
  private static final Instant STARTED = Instant.parse("2026-11-24T02:22:10.111Z");
  private static final Instant ENDED = Instant.parse("2026-11-24T02:22:10.123456Z");
  private static final UUID TASK = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID STEP = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  private static final UUID CORRELATION = UUID.fromString("01900000-0000-7000-8000-0000000000c0");
  private static final String BATCH =
      "{\"cursor\": {\"batch_id\": \"002\", \"start_cursor\": 200, \"end_cursor\": 400,"
          + " \"batch_size\": 200}, \"is_no_op\": false, \"__template_step_name\": \"work\"}";

  private final JacksonCodec codec = new JacksonCodec();
  private final ResultDocument document =
      new ResultDocument(codec, "worker_01900000-0000-7000-8000-0000000000ff", "host-1", 10_000);
  private Decision<Size> decision = Decision.to(Size.BIG);
  private BatchPlan<Object> plan = BatchPlan.of(25).size(10);
  private final TestHandlers handlers =
      new TestHandlers()
          .with("weigh", i -> Map.of("grams", 500))
          .with(handler("route").decision("big"), i -> decision)
          .with("big", i -> 1)
          .with(handler("analyze").batchAnalyzer(), i -> plan)
          .with(handler("work").batchWorker(), i -> BatchProgress.done(1));

  private enum Size {
    BIG
  }

  private StepEnd run(String step) {
    return run(step, step, null);
  }

  private StepEnd run(String templateStep, String name, @Nullable JsonNode batch) {
    try (StepRunner runner =
        StepRunner.builder().registry(handlers.registry).template("flow.yaml", FLOW).build()) {
      CompletableFuture<StepEnd> end = new CompletableFuture<>();
      runner.prepare(call(runner, templateStep, name, batch), end::complete).run();
      return end.join();
    }
  }

  private StepCall call(
      StepRunner runner, String templateStep, String name, @Nullable JsonNode batch) {
    return new StepCall(
        runner.workflows().get(0),
        templateStep,
        name,
        TASK,
        STEP,
        CORRELATION,
        1,
        3,
        codec.parse("{}"),
        List.of(),
        batch,
        Optional.empty());
  }

  private String written(StepEnd end) {
    ResultDocument.Run run = new ResultDocument.Run(STEP, true, STARTED, ENDED);
    if (end instanceof StepEnd.Completed completed) {
      return document.completed(run, completed).json();
    }
    StepEnd.Failed failed = (StepEnd.Failed) end;
    return document.failed(run, failed.failure(), failed.retryAfter(), failed.metadata()).json();
  }

  @Test
  void theMessage() throws IOException {
    Goldens.assertMatches(
        "step-message.json", codec.write(new StepMessage(TASK, STEP, CORRELATION)));
  }

  @Test
  void aResult() throws IOException {
    Goldens.assertMatches("result.json", written(run("weigh")));
  }

  @Test
  void aFailureThatMayHeal() throws IOException {
    Goldens.assertMatches(
        "failure-retryable.json", written(failing(new RetryableException("busy", "UPSTREAM_503"))));
  }

  @Test
  void aFailureThatCannotHeal() throws IOException {
    Goldens.assertMatches(
        "failure-permanent.json", written(failing(new PermanentException("declined"))));
  }

  private StepEnd failing(RuntimeException thrown) {
    TestHandlers one =
        new TestHandlers()
            .with(
                "a",
                i -> {
                  throw thrown;
                });
    try (StepRunner runner =
        StepRunner.builder()
            .registry(one.registry)
            .template(
                "flow.yaml",
                "{name: flow, namespace_name: shop, version: 1.0.0, steps: [{name: a, handler:"
                    + " {callable: a}}]}")
            .build()) {
      CompletableFuture<StepEnd> end = new CompletableFuture<>();
      runner.prepare(call(runner, "a", "a", null), end::complete).run();
      return end.join();
    }
  }

  @Test
  void aDecision() throws IOException {
    Goldens.assertMatches("decision.json", written(run("route")));
  }

  @Test
  void aDecisionForNothing() throws IOException {
    decision = Decision.skip("too light");
    Goldens.assertMatches("decision-none.json", written(run("route")));
  }

  @Test
  void noBatches() throws IOException {
    plan = BatchPlan.none("empty file");
    Goldens.assertMatches("batches-none.json", written(run("analyze")));
  }

  @Test
  void batches() throws IOException {
    Goldens.assertMatches("batches.json", written(run("analyze")));
  }

  @Test
  void aBatch() throws IOException {
    Goldens.assertMatches("batch.json", written(run("work", "work_002", codec.parse(BATCH))));
  }

  @Test
  void aCheckpoint() throws IOException {
    Goldens.assertMatches(
        "checkpoint.json",
        document
            .checkpoint(new StepCall.Checkpoint(250, 50, codec.parse("{\"sum\": 7}")), ENDED)
            .orElseThrow());
  }

  @Test
  void aBatchThatFailedAfterACheckpoint() throws IOException {
    StepEnd.Failed failed = (StepEnd.Failed) failing(new RetryableException("busy"));
    Goldens.assertMatches(
        "batch-failure.json",
        written(
            new StepEnd.Failed(
                new BatchPosition(200, 250).addTo(failed.failure()),
                failed.retryAfter(),
                failed.metadata())));
  }
}
