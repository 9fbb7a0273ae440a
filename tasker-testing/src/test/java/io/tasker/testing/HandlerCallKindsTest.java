package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.BatchableCapable;
import io.tasker.handler.Decision;
import io.tasker.handler.DecisionCapable;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlerCallKindsTest {

  @Test
  void decision_showsItsRoutesAndDetails() {
    assertThat(decide(5)).isSuccess().hasRoutes("import_all");
    assertThat(decide(5_000))
        .hasRoutes("ask_owner", "import_all")
        .hasResult("/decision_point_outcome/type", "create_steps")
        .hasResult("/rows", 5_000);
    assertThat(decide(0)).hasRoutes().hasResult("/skip_reason", "empty");
  }

  @Test
  void decisionWithUnfitDetails_failsAsInAnEngine() {
    assertThat(
            HandlerCall.of((input, deps) -> Decision.to(Imports.Route.ASK_OWNER).with("text"))
                .call())
        .isPermanentFailure()
        .hasCode("INVALID_DECISION_OUTCOME")
        .hasMessage("Step 'function' gives its decision details that are no JSON object");
  }

  @Test
  void hasRoutes_showsWhatThereIs() {
    assertThatThrownBy(() -> assertThat(decide(5)).hasRoutes("ask_owner"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected the outcome to be a decision for [ask_owner], but it is a success:")
        .hasMessageContaining("import_all");
    assertThatThrownBy(() -> assertThat(analyze().call()).hasRoutes())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Expected the outcome to be a decision for []");
  }

  @Test
  void analyzer_showsItsPlanAndFindings() {
    assertThat(analyze().call())
        .hasBatches(3)
        .hasResult("/batch_processing_outcome/worker_template_name", "worker")
        .hasResult("/file", "a.csv");
    assertThat(analyze().fanOut("load", 50).call())
        .hasBatches(5)
        .hasResult("/worker_template", "load")
        .hasResult(
            "/batch_processing_outcome/cursor_configs/4",
            Map.of("batch_id", "005", "start_cursor", 200, "end_cursor", 250, "batch_size", 50));
    assertThat(analyze().input(Map.of("rows", 0)).call()).hasBatches(0);
    assertThatThrownBy(() -> assertThat(decide(0)).hasBatches(0))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Expected the outcome to be a plan of 0 batches");
    assertThatThrownBy(() -> analyze().fanOut("load", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size must be 1 or more: 0");
  }

  @Test
  void worker_givesItsCheckpointAndItsResult() {
    assertThat(load().slice(100, 180).call())
        .isSuccess()
        .hasCheckpoint(140, 40)
        .hasResult("/accumulated_results/rows", 40);
    StepExecutionResult done =
        load().slice("002", 100, 180).checkpoint(140, 40, new Imports.Part(100, 40)).call();
    assertThat(done).hasResult("", new Imports.Part(100, 80));
    assertThatThrownBy(() -> assertThat(done).hasCheckpoint(140, 40))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected the outcome to be a checkpoint at 140 after 40 items, but it is a success:");
  }

  @Test
  void worker_withoutABatch_isToldHowToGiveIt() {
    assertThatThrownBy(() -> load().call())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The handler cannot be called:%n  - test/test@1.0.0: step 'load' (Imports.load) takes a"
                    .formatted()
                + " batch, which is absent: give it with slice(start, end)");
  }

  @Test
  void sliceThatEndsBeforeItStarts_isRefused() {
    assertThatThrownBy(() -> load().slice(5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A batch has no items from 5 up to 4");
    assertThatThrownBy(() -> load().slice(-1, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThat(load().slice(4, 4).call()).hasResult("/rows", 0);
  }

  @Test
  void convergence_takesTheResultsOfBatches() {
    List<Imports.Part> parts = List.of(new Imports.Part(0, 3), new Imports.Part(3, 4));

    assertThat(sum().batchResults("load", parts).call())
        .hasResult("", Map.of("rows", 7, "planned", true));
    assertThat(sum().jsonRoundTrip(false).batchResults("load", parts).call()).hasResult("/rows", 7);
    assertThat(sum().batchResults("load", List.of()).call())
        .hasResult("", Map.of("rows", 0, "planned", false));
    assertThatThrownBy(() -> sum().dependency("load", parts).call())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The handler cannot be called:%n  - test/test@1.0.0: step 'sum' (Imports.sum) takes the"
                    .formatted()
                + " results of the batches of 'load', which are absent: give them with"
                + " batchResults(\"load\", List.of(...))");
  }

  @Test
  void handWrittenHandlers_seeTheBatch() {
    StepContext context =
        StepContextBuilder.step("load")
            .slice("002", 100, 180)
            .checkpoint(140, 40, Map.of("rows", 40))
            .config("table", "orders")
            .build();

    assertThat(context.stepName()).isEqualTo("load_002");
    assertThat(context.templateStepName()).isEqualTo("load");
    assertThat(context.stepInputs().at("/cursor/start_cursor").asLong()).isEqualTo(100);
    assertThat(context.stepInputs().path("table").asString()).isEqualTo("orders");
    assertThat(context.checkpoint().orElseThrow().cursor()).isEqualTo(140);
    assertThat(
            StepContextBuilder.step("sum")
                .batchResults("load", List.of(1, 2))
                .build()
                .dependencies("load_", Integer.class))
        .isEqualTo(Map.of("load_001", 1, "load_002", 2));
  }

  @Test
  void handWrittenHandlers_areReadAsTypedOnes() {
    assertThat(HandlerCall.of(new HandWritten()).input(Map.of("kind", "decide")).call())
        .hasRoutes("ask_owner");
    assertThat(HandlerCall.of(new HandWritten()).input(Map.of("kind", "yield")).call())
        .hasCheckpoint(7, 3)
        .hasResult("/accumulated_results", "so far");
  }

  private static final class HandWritten implements StepHandler, DecisionCapable, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      return context.input("kind", String.class).equals("decide")
          ? decisionSuccess(context, List.of("ask_owner"), Map.of())
          : checkpointYield(context, 7, 3, "so far");
    }

    @Override
    public String name() {
      return "hand_written";
    }
  }

  private static StepExecutionResult decide(int rows) {
    return call("imports_decide").input(Map.of("rows", rows)).call();
  }

  private static HandlerCall analyze() {
    return call("imports_analyze").input(Map.of("rows", 250));
  }

  private static HandlerCall load() {
    return call("imports_load");
  }

  private static HandlerCall sum() {
    return call("imports_sum");
  }

  private static HandlerCall call(String callable) {
    return HandlerCall.of(Imports.registry(), callable);
  }
}
