package io.tasker.samples.csv;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tasker Core's examples compute with binary fractions and get 35588046.99999999 where this one
 * gets 35588047.00.
 */
@ByReferenceAndAsJson
class InventoryAnalyzerTest {
  private final boolean jsonRoundTrip;

  InventoryAnalyzerTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(String file) {
    return WorkflowTest.of("csv_processing", "csv_product_inventory_analyzer")
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of("csv_file_path", file));
  }

  @Test
  void aThousandRows_makeFiveBatches() {
    WorkflowRun run = run("data/products.csv");

    assertThat(run)
        .isComplete()
        .hasResult("analyze_csv", "/batch_processing_outcome/worker_count", 5)
        .hasResult("analyze_csv", "/batch_processing_outcome/total_items", 1000)
        // Rows are counted from 0 here, from 1 in Tasker Core's example.
        .hasResult("analyze_csv", "/batch_processing_outcome/cursor_configs/4/start_cursor", 800)
        .hasResult("analyze_csv", "/batch_processing_outcome/cursor_configs/4/end_cursor", 1000);
    assertThat(run.steps()).hasSize(7);
  }

  @Test
  void eachBatch_isSummedUp() {
    InventorySummary batch =
        run("data/products.csv").result("process_csv_batch_003", InventorySummary.class);

    assertThat(batch.processedCount()).isEqualTo(200);
    assertThat(batch.totalInventoryValue()).isEqualTo("7117609.40");
    assertThat(batch.maxPrice()).isEqualTo("13999.99");
    assertThat(batch.maxPriceProduct()).isEqualTo("Rolex Submariner Watch");
    assertThat(batch.averageRating()).isEqualByComparingTo("3.8517");
    assertThat(batch.categoryCounts()).isEqualTo(categories(1));
  }

  @Test
  void theBatches_addUp() {
    InventoryAnalyzer.Report report =
        run("data/products.csv").result("aggregate_csv_results", InventoryAnalyzer.Report.class);

    assertThat(report.workerCount()).isEqualTo(5);
    assertThat(report.total().processedCount()).isEqualTo(1000);
    assertThat(report.total().totalInventoryValue()).isEqualTo("35588047.00");
    assertThat(report.total().maxPrice()).isEqualTo("13999.99");
    assertThat(report.total().maxPriceProduct()).isEqualTo("Rolex Submariner Watch");
    assertThat(report.total().averageRating()).isEqualByComparingTo("3.8517");
    assertThat(report.total().categoryCounts()).isEqualTo(categories(5));
  }

  @Test
  void aFileWithoutRows_hasNoBatches() {
    WorkflowRun run = run("data/products_empty.csv");

    assertThat(run)
        .isComplete()
        .hasResult("analyze_csv", "/batch_processing_outcome/type", "no_batches")
        .hasResult("process_csv_batch_000", "/no_op", true)
        .hasResult("aggregate_csv_results", "/worker_count", 0)
        .hasResult("aggregate_csv_results", "/total/processed_count", 0)
        .hasResult("aggregate_csv_results", "/total/total_inventory_value", BigDecimal.ZERO);
  }

  @Test
  void aMissingFile_isNotTriedAgain() {
    assertThat(run("data/there_is_none.csv"))
        .isError()
        .hasStep("analyze_csv", step -> step.isError().hasAttempts(1).hasCode("FILE_NOT_FOUND"));
  }

  private static Map<String, Long> categories(long batches) {
    return Map.ofEntries(
        Map.entry("beauty", 10 * batches),
        Map.entry("fragrances", 10 * batches),
        Map.entry("furniture", 10 * batches),
        Map.entry("groceries", 54 * batches),
        Map.entry("home-decoration", 10 * batches),
        Map.entry("kitchen-accessories", 60 * batches),
        Map.entry("laptops", 10 * batches),
        Map.entry("mens-shirts", 10 * batches),
        Map.entry("mens-shoes", 10 * batches),
        Map.entry("mens-watches", 12 * batches),
        Map.entry("mobile-accessories", 4 * batches));
  }
}
