package io.tasker.worker;

import static io.tasker.worker.TestHandlers.handler;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.Decision;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.worker.database.ClusterDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole workflows on a worker, with the orchestrator's half of the protocol beside it. */
@Timeout(120)
class TaskerWorkerTest {
  private static final String BATCHES =
      flow(
          """
            - name: analyze
              type: batchable
              handler: {callable: analyze, initialization: {worker_template_name: work}}
            - name: work
              type: batch_worker
              dependencies: [analyze]
              handler: {callable: work}
              batch_config: {batch_size: 10, parallelism: 2, cursor_field: row, worker_template: work, failure_strategy: continue_on_failure}
            - name: total
              type: deferred_convergence
              dependencies: [work]
              handler: {callable: total}
          """);

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers();

  private TaskerWorkerBuilder worker(String yaml) {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(handlers.registry)
        .template("flow.yaml", yaml)
        .pollInterval(Duration.ofMillis(100));
  }

  private static String flow(String steps) {
    return "name: flow\nnamespace_name: shop\nversion: \"1.0.0\"\nsteps:\n" + steps;
  }

  @Test
  void aDiamond_runsWithTheResultsOfAllAncestors() {
    handlers
        .with("a", i -> i.context().inputs())
        .with("b", i -> i.context().dependency("a").path("n").asInt() + 1)
        .with("c", i -> (Object) CompletableFuture.completedFuture(10))
        .with(
            "d",
            i -> {
              StepContext context = i.context();
              return Map.of(
                  "names",
                  context.dependencyNames(),
                  "sum",
                  context.dependency("b", Integer.class) + context.dependency("c", Integer.class));
            });
    try (TaskerWorker worker =
        worker(
                flow(
                    """
                      - {name: a, handler: {callable: a}}
                      - {name: b, dependencies: [a], handler: {callable: b}}
                      - {name: c, dependencies: [a], handler: {callable: c}}
                      - {name: d, dependencies: [b, c], handler: {callable: d}}
                    """))
            .start()) {
      UUID task = orchestrator.create("shop", "flow", "{\"n\": 4}");
      orchestrator.runUntil(task, "d", "complete");

      assertThat(orchestrator.stored(task, "d", "result,names")).isEqualTo("[\"a\", \"b\", \"c\"]");
      assertThat(orchestrator.stored(task, "d", "result,sum")).isEqualTo("15");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(cluster.text("select count(*) from pgmq.q_worker_shop_queue")).isEqualTo("0");
    assertThat(cluster.text("select count(*) from pgmq.a_worker_shop_queue")).isEqualTo("4");
    assertThat(cluster.text("select count(*) from workflow_step_result_audit where success"))
        .isEqualTo("4");
  }

  @Test
  void aFailureThatMayHeal_isTriedAgain_andOneThatCannotIsNot() {
    handlers
        .with(
            "a",
            i -> {
              if (i.context().attempt() == 1) {
                throw new RetryableException("busy");
              }
              return i.context().attempt();
            })
        .with(
            "b",
            i -> {
              throw new PermanentException("no");
            });
    try (TaskerWorker worker =
        worker(
                flow(
                    """
                      - {name: a, handler: {callable: a}}
                      - {name: b, dependencies: [a], handler: {callable: b}}
                    """))
            .start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "b", "error");

      assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("2");
      assertThat(orchestrator.stored(task, "b", "error,message")).isEqualTo("no");
      assertThat(orchestrator.stored(task, "b", "metadata,retryable")).isEqualTo("false");
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(
            cluster.text(
                "select string_agg(attempts::text, ' ' order by attempts) from workflow_steps"))
        .isEqualTo("1 2");
  }

  private enum Size {
    BIG,
    SMALL
  }

  @Test
  void aDecision_bringsAboutTheStepsItChose() {
    handlers
        .with("weigh", i -> i.context().input("weight", Integer.class))
        .with(
            handler("route").decision("big", "small"),
            i ->
                Decision.to(
                    i.context().dependency("weigh", Integer.class) > 10 ? Size.BIG : Size.SMALL))
        .with("big", i -> i.context().dependencyNames())
        .with("small", i -> "not chosen");
    try (TaskerWorker worker =
        worker(
                flow(
                    """
                      - {name: weigh, handler: {callable: weigh}}
                      - {name: route, type: decision, dependencies: [weigh], handler: {callable: route}}
                      - {name: big, dependencies: [route], handler: {callable: big}}
                      - {name: small, dependencies: [route], handler: {callable: small}}
                    """))
            .start()) {
      UUID task = orchestrator.create("shop", "flow", "{\"weight\": 11}");
      orchestrator.runUntil(task, "big", "complete");

      assertThat(orchestrator.stored(task, "route", "result,decision_point_outcome"))
          .isEqualTo("{\"type\": \"create_steps\", \"step_names\": [\"big\"]}");
      assertThat(orchestrator.stored(task, "big", "result")).isEqualTo("[\"route\", \"weigh\"]");
      assertThat(orchestrator.state(task, "small")).isEmpty();
      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @Test
  void batches_goThroughCheckpointsToTheirConvergence() {
    Parameter<BatchSlice> slice = Parameter.slice();
    Parameter<BatchResults<Long>> sums = Parameter.batchResults("work", JsonType.of(Long.class));
    handlers
        .with(handler("analyze").batchAnalyzer(), i -> BatchPlan.of(25).size(10))
        .with(
            handler("work").batchWorker().parameters(slice).result(JsonType.of(Long.class)),
            i -> {
              BatchSlice batch = i.argument(slice);
              return batch.checkpoint().isEmpty()
                  ? BatchProgress.checkpoint(batch.start() + 1, 1, List.of("kept"))
                  : BatchProgress.done(
                      batch.end()
                          - batch.position()
                          + batch.checkpoint().get().accumulated(List.class).size());
            })
        .with(handler("total").parameters(sums), i -> i.argument(sums).results());
    try (TaskerWorker worker = worker(BATCHES).start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "total", "complete");

      assertThat(orchestrator.stored(task, "total", "result")).isEqualTo("[10, 10, 5]");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(
            cluster.text(
                "select (checkpoint - 'timestamp') #- '{history,0,timestamp}' from workflow_steps"
                    + " join named_steps using (named_step_uuid) where name = 'work_002'"))
        .isEqualTo(
            "{\"cursor\": 11, \"history\": [{\"cursor\": 11}], \"items_processed\": 1,"
                + " \"accumulated_results\": [\"kept\"]}");
  }

  @Test
  void aBatchThatFails_saysHowFarItGot_andGoesOnFromThere() {
    Parameter<BatchSlice> slice = Parameter.slice();
    List<Long> starts = new CopyOnWriteArrayList<>();
    handlers
        .with(handler("analyze").batchAnalyzer(), i -> BatchPlan.of(20).size(10))
        .with(
            handler("work").batchWorker().parameters(slice),
            i -> {
              BatchSlice batch = i.argument(slice);
              if (batch.start() == 0) {
                return BatchProgress.done(0);
              }
              starts.add(batch.position());
              if (batch.checkpoint().isEmpty()) {
                return BatchProgress.checkpoint(batch.start() + 4, 4, List.of());
              }
              if (i.context().attempt() < 3) {
                throw new RetryableException("busy");
              }
              return BatchProgress.done(1);
            })
        .with("total", i -> 0);
    try (TaskerWorker worker = worker(BATCHES).start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "work_002", "complete");

      assertThat(starts).containsExactly(10L, 14L, 14L, 14L);
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(
            cluster.text(
                """
                select string_agg(((metadata ->> 'event')::jsonb #> '{data,metadata,context}')::text,
                    ' ' order by t.sort_key)
                  from workflow_step_transitions t
                 where to_state = 'enqueued_as_error_for_orchestration'
                """))
        .isEqualTo(
            "{\"resumed_from\": 10, \"checkpoint_progress\": 14, \"processed_before_failure\": 4}"
                + " {\"resumed_from\": 14, \"checkpoint_progress\": 14,"
                + " \"processed_before_failure\": 0}");
  }

  @Test
  void aCheckpointThatIsTooLarge_failsTheBatchForGood() {
    Parameter<BatchSlice> slice = Parameter.slice();
    handlers
        .with(handler("analyze").batchAnalyzer(), i -> BatchPlan.of(1))
        .with(
            handler("work").batchWorker().parameters(slice),
            i -> BatchProgress.checkpoint(1, 1, "x".repeat(5_000)))
        .with("total", i -> 0);
    try (TaskerWorker worker = worker(BATCHES).maxResultBytes(2_000).start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "work_001", "error");

      assertThat(orchestrator.stored(task, "work_001", "metadata,error_code"))
          .isEqualTo("CHECKPOINT_TOO_LARGE");
      assertThat(worker.health().isLive()).isTrue();
    }
  }
}
