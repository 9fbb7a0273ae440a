package io.tasker.samples.dataset;

import io.tasker.HandlerRegistry;
import io.tasker.handler.BatchableCapable;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Splits a data set evenly among workers, but not one that is smaller than a batch. The handlers
 * are written by hand for the steps of {@code large_dataset_processor.yaml}; the {@code csv} sample
 * shows a batch with annotations.
 */
public final class LargeDataset {
  private LargeDataset() {}

  /**
   * Returns the handlers.
   *
   * @return a new registry
   */
  public static HandlerRegistry handlers() {
    return HandlerRegistry.empty()
        .register(new Analyzer("analyze_dataset"))
        .register(new Worker("process_batch"))
        .register(new Aggregator("aggregate_results"));
  }

  record Analyzer(String name) implements StepHandler, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      long items = context.input("dataset_size", Long.class);
      int batchSize = context.config("batch_size", Integer.class);
      if (items < batchSize) {
        return noBatchesOutcome(context, "dataset_too_small");
      }
      long needed = (items + batchSize - 1) / batchSize;
      int workers = (int) Math.min(needed, context.config("max_workers", Integer.class));
      return batchAnalyzerSuccess(
          context,
          context.config("worker_template_name", String.class),
          createCursorConfigs(items, workers),
          items);
    }
  }

  /** Does some items at a time; after each chunk it yields, and the engine calls it again. */
  record Worker(String name) implements StepHandler, BatchableCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      JsonNode cursor = context.stepInputs().path("cursor");
      long start = cursor.path("start_cursor").asLong();
      long end = cursor.path("end_cursor").asLong();
      long position = context.checkpoint().map(last -> last.cursor()).orElse(start);
      long next = Math.min(end, position + context.config("checkpoint_interval", Long.class));
      if (next < end) {
        return checkpointYield(context, next, next - start, null);
      }
      long interval = context.config("checkpoint_interval", Long.class);
      long checkpoints = (end - start + interval - 1) / interval;
      return StepExecutionResult.success(
          context, Map.of("processed_count", end - start, "checkpoints", checkpoints));
    }
  }

  record Aggregator(String name) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      JsonNode analysis = context.dependency("analyze_dataset");
      if (analysis.at("/batch_processing_outcome/type").asString().equals("no_batches")) {
        return StepExecutionResult.success(
            context, Map.of("worker_count", 0, "total_processed", 0, "total_checkpoints", 0));
      }
      Collection<JsonNode> batches =
          context.dependencies("process_batch_", JsonNode.class).values();
      long processed = sum(batches, "processed_count");
      long expected = analysis.path("total_items").asLong();
      if (processed != expected) {
        throw new PermanentException("Not every item was processed", "AGGREGATION_MISMATCH")
            .with("expected", expected)
            .with("processed", processed);
      }
      return StepExecutionResult.success(
          context,
          Map.of(
              "worker_count", batches.size(),
              "total_processed", processed,
              "total_checkpoints", sum(batches, "checkpoints")));
    }

    private static long sum(Collection<JsonNode> batches, String field) {
      return batches.stream().mapToLong(batch -> batch.path(field).asLong()).sum();
    }
  }
}
