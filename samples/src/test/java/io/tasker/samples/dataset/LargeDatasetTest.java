package io.tasker.samples.dataset;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepReport;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.PermanentException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on an engine as an application has it, with threads of its own and the YAML as text. */
@ByReferenceAndAsJson
class LargeDatasetTest {
  private final boolean jsonRoundTrip;

  LargeDatasetTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private TaskResult run(long size) throws InterruptedException {
    String file = "large_dataset_processor.yaml";
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(LargeDataset.handlers())
            .template(file, Templates.text(LargeDataset.class, file))
            .jsonRoundTrip(jsonRoundTrip)
            .build()) {
      return engine
          .submit(
              TaskRequest.of("data_processing", "large_dataset_processor")
                  .input(Map.of("dataset_size", size)))
          .await();
    }
  }

  @ParameterizedTest
  @CsvSource({"3500, 4, 875", "5000, 5, 1000", "1000, 1, 1000", "20000, 10, 2000"})
  void aLargeDataSet_isSplitEvenly(long size, int workers, int each) throws Exception {
    TaskResult result = run(size);

    assertThat(result)
        .isComplete()
        .hasResult("process_batch_001", "/processed_count", each)
        .hasResult("aggregate_results", "/worker_count", workers)
        .hasResult("aggregate_results", "/total_processed", size);
    assertThat(result.steps()).hasSize(2 + workers);
  }

  @Test
  void eachWorker_keepsItsProgressEveryHundredItems() throws Exception {
    assertThat(run(5000))
        .isComplete()
        .hasResult("process_batch_005", "/checkpoints", 10)
        .hasResult("aggregate_results", "/total_checkpoints", 50)
        .hasStep("process_batch_005")
        .hasAttempts(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {500, 50})
  void aSmallDataSet_hasAPlaceholderInsteadOfBatches(long size) throws Exception {
    TaskResult result = run(size);

    assertThat(result)
        .isComplete()
        .hasResult("analyze_dataset", "/reason", "dataset_too_small")
        .hasResult("process_batch_000", "/no_op", true)
        .hasResult("aggregate_results", "/worker_count", 0)
        .hasResult("aggregate_results", "/total_processed", 0);
    assertThat(result.steps())
        .extracting(StepReport::name)
        .containsExactly("analyze_dataset", "process_batch_000", "aggregate_results");
  }

  @Test
  void beforeTheAnalysis_thereIsOneStep() {
    WorkflowRun run =
        WorkflowTest.of(
                LargeDataset.handlers(),
                Templates.read(LargeDataset.class, "large_dataset_processor.yaml"))
            .jsonRoundTrip(jsonRoundTrip)
            .failing("analyze_dataset", new PermanentException("The data set is gone"))
            .run(Map.of("dataset_size", 5000));

    assertThat(run).isError().failedSteps("analyze_dataset");
    assertThat(run.steps()).hasSize(1);
  }

  @Test
  void aLostItem_isNoticed() {
    assertThat(
            HandlerCall.of(new LargeDataset.Aggregator("aggregate_results"))
                .dependency(
                    "analyze_dataset",
                    Map.of(
                        "batch_processing_outcome",
                        Map.of("type", "create_batches"),
                        "total_items",
                        2000))
                .dependency("process_batch_001", Map.of("processed_count", 1000, "checkpoints", 10))
                .dependency("process_batch_002", Map.of("processed_count", 999, "checkpoints", 10))
                .call())
        .isPermanentFailure()
        .hasCode("AGGREGATION_MISMATCH")
        .hasErrorContext("expected", 2000)
        .hasErrorContext("processed", 1999);
  }
}
