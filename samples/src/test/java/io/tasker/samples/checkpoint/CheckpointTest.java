package io.tasker.samples.checkpoint;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class CheckpointTest {
  private static final String BATCH = "checkpoint_yield_batch_001";

  private final boolean jsonRoundTrip;

  CheckpointTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(int items, int perCheckpoint, Map<String, Object> faults) {
    Map<String, Object> input = new HashMap<>(faults);
    input.put("total_items", items);
    input.put("items_per_checkpoint", perCheckpoint);
    return WorkflowTest.of("checkpoint_yield", "checkpoint_yield")
        .jsonRoundTrip(jsonRoundTrip)
        .run(input);
  }

  @ParameterizedTest
  @CsvSource({"100, 25, 4, 3, 5050", "50, 5, 10, 9, 1275"})
  void aBatch_yieldsAndGoesOn(int items, int every, int checkpoints, int yields, long total) {
    assertThat(run(items, every, Map.of()))
        .isComplete()
        .hasResult(BATCH, "/yields", yields)
        .hasResult("aggregate_results", "/total_processed", items)
        .hasResult("aggregate_results", "/checkpoints_used", checkpoints)
        .hasResult("aggregate_results", "/running_total", total)
        .hasResult("aggregate_results", "/item_count", items)
        .hasStep(BATCH)
        .hasAttempts(1);
  }

  @Test
  void anAttemptThatFails_isFollowedByOneThatGoesOn() {
    assertThat(run(100, 20, Map.of("fail_after_items", 50)))
        .isComplete()
        .hasResult("aggregate_results", "/total_processed", 100)
        .hasResult("aggregate_results", "/running_total", 5050)
        .hasStep(BATCH)
        .hasAttempts(2);
  }

  @Test
  void anErrorForGood_isNotTriedAgain() {
    assertThat(run(100, 25, Map.of("fail_after_items", 30, "permanent_failure", true)))
        .isError()
        .hasStep("aggregate_results", step -> step.isPending())
        .hasStep(BATCH)
        .isError()
        .hasAttempts(1);
  }

  @Test
  void withoutItems_theReportIsEmpty() {
    assertThat(run(0, 25, Map.of()))
        .isComplete()
        .hasResult("analyze_items", "/batch_processing_outcome/type", "no_batches")
        .hasResult("aggregate_results", "/total_processed", 0)
        .hasResult("aggregate_results", "/passed", true);
  }

  @Test
  void theSecondAttempt_doesTheOtherHalfOnly() {
    WorkflowRun run =
        WorkflowTest.of("batch_resumption", "batch_resumption")
            .jsonRoundTrip(jsonRoundTrip)
            .run(Map.of("dataset_size", 100, "fail_after", 50));

    assertThat(run)
        .isComplete()
        .hasResult("process_items_001", "/resumed_from", 50)
        .hasResult("process_items_001", "/total_processed", 50)
        .hasElapsed(ofSeconds(1))
        .hasStep("process_items_001")
        .hasAttempts(2);
  }

  @Test
  void withoutAFailure_oneAttemptDoesAll() {
    assertThat(
            WorkflowTest.of("batch_resumption", "batch_resumption")
                .jsonRoundTrip(jsonRoundTrip)
                .run(Map.of("dataset_size", 100, "fail_after", 1000)))
        .isComplete()
        .hasResult("process_items_001", "/resumed_from", 0)
        .hasResult("process_items_001", "/total_processed", 100)
        .hasElapsed(ZERO);
  }
}
