package io.tasker.engine;

import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.BatchCheckpoint;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.CursorConfig;
import io.tasker.handler.DecisionCapable;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CapabilityTest {
  private static final BatchableCapable BATCHABLE = new BatchableCapable() {};

  private record Routing(String name) implements StepHandler, DecisionCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      return context.inputOr("skip", Boolean.class, false)
          ? skipBranches(context, "nothing to do", Map.of("by", "input"))
          : decisionSuccess(context, List.of("analyze"), Map.of());
    }
  }

  private record Analyzer(String name) implements StepHandler, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      List<CursorConfig> cursors = createCursorRanges(25, 10, 0);
      return batchAnalyzerSuccess(context, "work", cursors, 25);
    }
  }

  private record Worker(String name) implements StepHandler, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      long end = context.stepInputs().at("/cursor/end_cursor").asLong();
      long done = context.checkpoint().map(BatchCheckpoint::itemsProcessed).orElse(0L);
      return done == 0
          ? checkpointYield(context, end - 1, 4, Map.of("seen", 4))
          : batchWorkerSuccess(context, end, end - 1, 1, 0);
    }
  }

  private static TaskResult run(Map<String, Object> input) throws InterruptedException {
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("first").build())
            .step(step("routing <- first").type(StepType.DECISION).build())
            .step(
                StepDefinition.step(
                        "analyze",
                        new HandlerReference(
                            "analyze", "", "", Map.of("worker_template_name", "work")))
                    .type(StepType.BATCHABLE)
                    .dependencies(List.of("routing"))
                    .build())
            .step(
                step("work <- analyze")
                    .type(StepType.BATCH_WORKER)
                    .batch(
                        new BatchConfiguration(
                            10, 2, "id", "work", FailureStrategy.CONTINUE_ON_FAILURE))
                    .build())
            .build();
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(new Routing("routing"))
            .register(new Analyzer("analyze"))
            .register(new Worker("work"))
            .register("first", context -> null);
    try (LocalEngine engine = LocalEngine.builder().registry(handlers).template(template).build()) {
      return engine.submit(TaskRequest.of("test", "flow").input(input)).await();
    }
  }

  @Test
  void handWrittenHandlers_decide_planAndYield() throws Exception {
    TaskResult result = run(Map.of());

    assertThat(result.failure()).isEmpty();
    assertThat(result.steps()).hasSize(6);
    assertThat(result.step("work_003").attempts()).isEqualTo(1);
    assertThat(result.step("work_003").json())
        .hasToString(
            "{\"items_processed\":25,\"items_succeeded\":24,\"items_failed\":1,"
                + "\"items_skipped\":0,\"success_rate\":96.0}");
  }

  @Test
  void skippedBranches_completeTheTask() throws Exception {
    TaskResult result = run(Map.of("skip", true));

    assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    assertThat(result.step("routing").json().path("routing_context"))
        .hasToString("{\"by\":\"input\"}");
  }

  @Test
  void anEvenSplit_givesTheRemainderToTheFirst_andNoEmptyBatch() {
    assertThat(BATCHABLE.createCursorConfigs(10, 3))
        .extracting(CursorConfig::batchSize)
        .containsExactly(4L, 3L, 3L);
    assertThat(BATCHABLE.createCursorConfigs(9, 7)).hasSize(7);
    assertThat(BATCHABLE.createCursorConfigs(2, 7))
        .extracting(CursorConfig::endCursor)
        .containsExactly(1L, 2L);
    assertThat(BATCHABLE.createCursorConfigs(0, 7)).isEmpty();
  }

  @Test
  void aSplitBySize_isEnlargedToTheMostBatches_andLosesNothing() {
    assertThat(BATCHABLE.createCursorRanges(250, 100, 0))
        .extracting(CursorConfig::batchSize)
        .containsExactly(100L, 100L, 50L);
    assertThat(BATCHABLE.createCursorRanges(1000, 100, 5))
        .extracting(CursorConfig::batchSize)
        .containsExactly(200L, 200L, 200L, 200L, 200L);
  }

  @Test
  void anyNumberOfItems_isSplitIntoSoManyBatches() {
    assertThat(BATCHABLE.createCursorRanges(Long.MAX_VALUE, 1, 2))
        .extracting(CursorConfig::startCursor, CursorConfig::endCursor)
        .containsExactly(tuple(0L, 1L << 62), tuple(1L << 62, Long.MAX_VALUE));
    assertThat(BATCHABLE.createCursorRanges(100_000, 1, 0)).hasSize(100_000);
  }

  @Test
  void tooManyBatches_areRefused() {
    assertThatThrownBy(() -> BATCHABLE.createCursorRanges(1_000_000, 1, 0))
        .isInstanceOf(PermanentException.class)
        .hasMessage("1000000 items make 1000000 batches, more than 100000; make them larger");
    assertThatThrownBy(() -> BATCHABLE.createCursorConfigs(Long.MAX_VALUE, Integer.MAX_VALUE))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("make 2147483647 batches, more than 100000");
  }

  @Test
  void aSplitIntoNothing_isRefused_forItLosesItemsOrNeverEnds() {
    assertThatThrownBy(() -> BATCHABLE.createCursorConfigs(10, 0))
        .isInstanceOf(PermanentException.class)
        .hasMessage("10 items cannot be split into 0 batches: at least 1 is needed");
    assertThatThrownBy(() -> BATCHABLE.createCursorRanges(10, 0, 0))
        .isInstanceOf(PermanentException.class)
        .hasMessage("10 items cannot be split into batches of 0 items: at least 1 is needed");
    assertThatThrownBy(() -> BATCHABLE.createCursorRanges(-1, 10, 0))
        .isInstanceOf(PermanentException.class)
        .hasMessage("There cannot be -1 items to split into batches");
    assertThatThrownBy(() -> BATCHABLE.createCursorConfigs(-1, 10))
        .isInstanceOf(PermanentException.class)
        .hasMessage("There cannot be -1 items to split into batches");
  }
}
