package io.tasker.samples.csv;

import io.tasker.annotation.Depends;
import io.tasker.annotation.FanOut;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Sums up a file of products. The analyzer counts the rows, each worker reads its part of the file,
 * up to five at once, and the last step brings the parts together.
 */
@Workflow(
    namespace = "csv_processing",
    name = "csv_product_inventory_analyzer",
    description = "Sums up a CSV file of products.")
public final class InventoryAnalyzer {
  private InventoryAnalyzer() {}

  record Report(InventorySummary total, int workerCount) {}

  @Handler
  @FanOut(worker = "process_csv_batch", batchSize = 200, parallelism = 5, cursorField = "row")
  static BatchPlan<Void> analyzeCsv(@Input("csv_file_path") String file) throws IOException {
    return BatchPlan.of(Product.count(Path.of(file)));
  }

  @Handler
  static InventorySummary processCsvBatch(BatchSlice rows, @Input("csv_file_path") String file)
      throws IOException {
    return InventorySummary.of(Product.read(Path.of(file), rows.start(), rows.end()));
  }

  @Handler
  static Report aggregateCsvResults(
      @Depends("process_csv_batch") BatchResults<InventorySummary> batches) {
    return new Report(InventorySummary.total(batches.results()), batches.size());
  }
}
