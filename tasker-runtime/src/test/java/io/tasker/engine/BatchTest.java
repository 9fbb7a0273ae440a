package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.CursorConfig;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
  private static final Parameter<BatchSlice> SLICE = Parameter.slice();
  private static final Parameter<BatchResults<Long>> SUMS =
      Parameter.batchResults("work", JsonType.of(Long.class));

  private final HandlerRegistry handlers = HandlerRegistry.empty();
  private FailureStrategy strategy = FailureStrategy.CONTINUE_ON_FAILURE;
  private boolean isRoundTrip;

  record Found(String file) {}

  interface Worker {
    Object work(BatchSlice slice) throws Exception;
  }

  private TaskTemplate template() {
    HandlerReference analyzer =
        new HandlerReference("analyze", "", "", Map.of("worker_template_name", "work"));
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(
            StepDefinition.step("analyze", analyzer)
                .type(StepType.BATCHABLE)
                .retry(Templates.ONCE)
                .build())
        .step(
            step("work <- analyze")
                .type(StepType.BATCH_WORKER)
                .retry(Templates.retries(3, BackoffStrategy.NONE, 0, 0))
                .batch(new BatchConfiguration(100, 2, "row", "work", strategy))
                .build())
        .step(step("total <- work").type(StepType.DEFERRED_CONVERGENCE).build())
        .build();
  }

  private TaskResult run(BatchPlan<?> plan, Worker worker) throws Exception {
    handlers.register(adapter(handler("analyze").batchAnalyzer(), invocation -> plan));
    handlers.register(
        adapter(
            handler("work").batchWorker().parameters(SLICE).result(JsonType.of(Long.class)),
            invocation -> worker.work(invocation.argument(SLICE))));
    handlers.register(
        adapter(
            handler("total").parameters(SUMS),
            invocation -> {
              BatchResults<Long> sums = invocation.argument(SUMS);
              return Map.of("sums", sums.results(), "planned", sums.isPlanned());
            }));
    return engine();
  }

  private TaskResult engine() throws InterruptedException {
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template())
            .jsonRoundTrip(isRoundTrip)
            .jitter(() -> 1)
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await();
    }
  }

  private static String states(TaskResult result) {
    return String.join(
        " ",
        result.steps().stream().map(step -> step.name() + ":" + step.state().coreName()).toList());
  }

  @Test
  void batches_haveTheSameNames_whateverDigitsTheMachineWrites() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      TaskResult result = run(BatchPlan.of(150).size(100), BatchSlice::size);

      assertThat(states(result))
          .isEqualTo("analyze:complete work_001:complete work_002:complete total:complete");
      assertThat(new BatchableCapable() {}.createCursorConfigs(10, 1))
          .extracting(CursorConfig::batchId)
          .containsExactly("001");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theWorker_isNamedAsWhatItsBatchesComeFrom() throws Exception {
    TaskResult result = run(BatchPlan.of(150).size(100), BatchSlice::size);

    assertThatThrownBy(() -> result.step("work"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            " has no step 'work': its batches are steps of their own, once they are planned; its"
                + " steps: analyze, work_001, work_002, total");
  }

  @Test
  void eachBatch_isAStep_theLastOneShorter_andResultsComeInOrder() throws Exception {
    TaskResult result =
        run(BatchPlan.of(250).size(100).found(new Found("a.csv")), slice -> slice.size());

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(states(result))
        .isEqualTo(
            "analyze:complete work_001:complete work_002:complete work_003:complete"
                + " total:complete");
    assertThat(result.step("analyze").json())
        .hasToString(
            "{\"batch_processing_outcome\":{\"type\":\"create_batches\","
                + "\"worker_template_name\":\"work\",\"worker_count\":3,\"cursor_configs\":["
                + "{\"batch_id\":\"001\",\"start_cursor\":0,\"end_cursor\":100,\"batch_size\":100},"
                + "{\"batch_id\":\"002\",\"start_cursor\":100,\"end_cursor\":200,\"batch_size\":100},"
                + "{\"batch_id\":\"003\",\"start_cursor\":200,\"end_cursor\":250,\"batch_size\":50}],"
                + "\"total_items\":250},\"worker_count\":3,\"total_items\":250,"
                + "\"worker_template\":\"work\",\"file\":\"a.csv\"}");
    assertThat(result.step("total").json().path("sums")).hasToString("[100,100,50]");
  }

  @Test
  void afterARoundTrip_theResultsAreTheSame() throws Exception {
    isRoundTrip = true;

    TaskResult result = run(BatchPlan.of(3).size(2), slice -> slice.size());

    assertThat(result.step("total").json().path("sums")).hasToString("[2,1]");
  }

  @Test
  void withoutItems_onePlaceholderCompletes_withoutTheHandler() throws Exception {
    TaskResult result =
        run(
            BatchPlan.none("the file is empty"),
            slice -> {
              throw new PermanentException("must not be called");
            });

    assertThat(states(result)).isEqualTo("analyze:complete work_000:complete total:complete");
    assertThat(result.step("analyze").json())
        .hasToString(
            "{\"batch_processing_outcome\":{\"type\":\"no_batches\"},"
                + "\"reason\":\"the file is empty\"}");
    assertThat(result.step("work_000").json())
        .hasToString("{\"batch_id\":\"000\",\"no_op\":true,\"processed_count\":0}");
    assertThat(result.step("total").json().path("planned").asBoolean()).isFalse();
  }

  @Test
  void oneMillionItems_makeOneThousandSteps() throws Exception {
    TaskResult result = run(BatchPlan.of(1_000_000).size(1_000), slice -> slice.end());

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(result.steps()).hasSize(1002);
    assertThat(result.result("work_1000", Long.class)).isEqualTo(1_000_000L);
  }

  @Test
  void noMoreBatchesRunAtOnce_thanThePlanAllows() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    run(
        BatchPlan.of(60).size(1).parallelism(3),
        slice -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          running.decrementAndGet();
          return slice.start();
        });

    assertThat(most.get()).isBetween(1, 3);
  }

  private static Object failFirst(BatchSlice slice) {
    if (slice.batchId().equals("001")) {
      throw new PermanentException("bad row");
    }
    return slice.size();
  }

  @Test
  void continueOnFailure_runsTheOthers_butNotWhatIsBelow() throws Exception {
    assertThat(states(run(BatchPlan.of(4).size(1).parallelism(1), BatchTest::failFirst)))
        .isEqualTo(
            "analyze:complete work_001:error work_002:complete work_003:complete"
                + " work_004:complete total:pending");
  }

  @Test
  void failFast_startsNoFurtherBatches() throws Exception {
    strategy = FailureStrategy.FAIL_FAST;

    assertThat(states(run(BatchPlan.of(3).size(1).parallelism(1), BatchTest::failFirst)))
        .isEqualTo(
            "analyze:complete work_001:error work_002:pending work_003:pending total:pending");
  }

  @Test
  void isolate_bringsTheOthersTogether_andTheTaskStillEndsInError() throws Exception {
    strategy = FailureStrategy.ISOLATE;

    TaskResult result = run(BatchPlan.of(3).size(1).parallelism(1), BatchTest::failFirst);

    assertThat(result.state()).isEqualTo(TaskState.ERROR);
    assertThat(result.step("total").json().path("sums")).hasToString("[1,1]");
  }

  @Test
  void aHandWrittenAnalyzer_namesItsOwnBatches_andWorkersSeeTheirInputs() throws Exception {
    handlers.register(
        "analyze",
        context ->
            Map.of(
                "batch_processing_outcome",
                Map.of(
                    "type",
                    "create_batches",
                    "worker_template_name",
                    "work",
                    "cursor_configs",
                    List.of(
                        Map.of("batch_id", "b1", "start_cursor", "a", "end_cursor", "m"),
                        Map.of("batch_id", "b2", "start_cursor", "m", "end_cursor", "z")))));
    handlers.register(adapter(handler("work"), invocation -> invocation.context().stepInputs()));
    handlers.register("total", (context, dependencies) -> dependencies.keySet());

    TaskResult result = engine();

    assertThat(result.step("work_b1").json())
        .hasToString(
            "{\"cursor\":"
                + result.step("analyze").json().at("/batch_processing_outcome/cursor_configs/0")
                + ",\"batch_metadata\":{\"cursor_field\":\"row\","
                + "\"failure_strategy\":\"continue_on_failure\"},\"is_no_op\":false,"
                + "\"__template_step_name\":\"work\"}");
    assertThat(result.step("total").json()).hasToString("[\"analyze\",\"work_b1\",\"work_b2\"]");
  }

  private static Object sumTo100(BatchSlice slice, int every) {
    long sum = slice.checkpoint().map(last -> last.accumulated(Long.class)).orElse(0L);
    long done = slice.checkpoint().map(BatchCheckpoint::itemsProcessed).orElse(0L);
    for (long item = slice.position(); item < slice.end(); item++) {
      sum += item + 1;
      done++;
      if (done % every == 0 && item + 1 < slice.end()) {
        return BatchProgress.checkpoint(item + 1, done, sum);
      }
    }
    return BatchProgress.done(sum);
  }

  @Test
  void checkpoints_callTheHandlerAgain_withinOneAttempt() throws Exception {
    AtomicInteger calls = new AtomicInteger();

    TaskResult result =
        run(
            BatchPlan.of(100).size(100),
            slice -> {
              calls.incrementAndGet();
              return sumTo100(slice, 25);
            });

    assertThat(result.result("work_001", Long.class)).isEqualTo(5050L);
    assertThat(result.step("work_001").attempts()).isEqualTo(1);
    assertThat(calls).hasValue(4);
  }

  @Test
  void aRetry_goesOnFromTheLastCheckpoint() throws Exception {
    AtomicInteger calls = new AtomicInteger();

    TaskResult result =
        run(
            BatchPlan.of(100).size(100),
            slice -> {
              if (calls.incrementAndGet() == 3) {
                assertThat(slice.position()).isEqualTo(40);
                throw new RetryableException("connection lost");
              }
              return sumTo100(slice, 20);
            });

    assertThat(result.result("work_001", Long.class)).isEqualTo(5050L);
    assertThat(result.step("work_001").attempts()).isEqualTo(2);
    assertThat(calls).hasValue(6);
  }

  @Test
  void onlyBatchWorkers_mayYield() throws Exception {
    handlers.register("a", context -> BatchProgress.checkpoint(1, 1, null));
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(Templates.flow(Templates.retries(3, BackoffStrategy.NONE, 0, 0), "a"))
            .build()) {
      StepReport step = engine.submit(TaskRequest.of("test", "flow")).await().step("a");

      assertThat(step.state()).isEqualTo(StepState.ERROR);
      assertThat(step.attempts()).isEqualTo(1);
      assertThat(step.failure().orElseThrow().message())
          .isEqualTo("Step 'a' is no batch worker and cannot yield a checkpoint");
    }
  }

  @Test
  void aBatchThatYields_letsOthersGoFirst() throws Exception {
    AtomicBoolean otherRan = new AtomicBoolean();
    CountDownLatch running = new CountDownLatch(1);
    handlers.register(
        adapter(handler("analyze").batchAnalyzer(), invocation -> BatchPlan.of(10).size(10)));
    handlers.register(
        adapter(
            handler("work").batchWorker().parameters(SLICE).result(JsonType.of(Long.class)),
            invocation -> {
              running.countDown();
              return otherRan.get() ? BatchProgress.done(1L) : BatchProgress.checkpoint(0, 0, null);
            }));
    handlers.register("total", context -> null);
    handlers.register(
        "other",
        context -> {
          otherRan.set(true);
          return null;
        });
    TaskTemplate other =
        TaskTemplate.template("test", "other", "1.0.0").step(step("other").build()).build();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template())
            .template(other)
            .concurrency(1)
            .build()) {
      TaskHandle batch = engine.submit(TaskRequest.of("test", "flow"));
      running.await();

      assertThat(engine.submit(TaskRequest.of("test", "other")).await().isComplete()).isTrue();
      assertThat(batch.await().isComplete()).isTrue();
    }
  }
}
