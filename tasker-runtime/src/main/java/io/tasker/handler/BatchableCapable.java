package io.tasker.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hand-written handlers of batchable steps and of batch workers return. Methods with typed
 * parameters return {@link BatchPlan} and {@link BatchProgress} instead.
 *
 * <p>Items are counted from 0, the end is not part of a batch, and no batch is empty.
 */
public interface BatchableCapable {

  /**
   * Splits items evenly. What does not come out even goes to the first batches.
   *
   * @param totalItems the number of items
   * @param batches the number of batches, at least 1; fewer if there are fewer items
   * @return the batches, in order; empty without items
   * @throws PermanentException if the number of items is negative, there are items and the number
   *     of batches is less than 1, or there would be more than {@link BatchPlan#MAX_BATCHES}
   */
  default List<CursorConfig> createCursorConfigs(long totalItems, int batches) {
    requireItems(totalItems);
    if (totalItems > 0 && batches < 1) {
      throw new PermanentException(
          "%d items cannot be split into %d batches: at least 1 is needed"
              .formatted(totalItems, batches),
          "INVALID_BATCH_OUTCOME");
    }
    long count = Math.min(totalItems, batches);
    requireFew(count, totalItems);
    List<CursorConfig> configs = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < count; i++) {
      long end = start + totalItems / count + (i < totalItems % count ? 1 : 0);
      configs.add(CursorConfig.of(i + 1, start, end));
      start = end;
    }
    return configs;
  }

  /**
   * Splits items into batches of one size, the last one shorter.
   *
   * @param totalItems the number of items
   * @param batchSize items per batch, at least 1
   * @param maxBatches the most batches there may be, for which they are enlarged; 0 for {@link
   *     BatchPlan#MAX_BATCHES}, for which they are not
   * @return the batches, in order; empty without items
   * @throws PermanentException if the number of items is negative, there are items and the batch
   *     size is less than 1, or there would be more than {@link BatchPlan#MAX_BATCHES}
   */
  default List<CursorConfig> createCursorRanges(long totalItems, int batchSize, int maxBatches) {
    requireItems(totalItems);
    if (totalItems > 0 && batchSize < 1) {
      throw new PermanentException(
          "%d items cannot be split into batches of %d items: at least 1 is needed"
              .formatted(totalItems, batchSize),
          "INVALID_BATCH_OUTCOME");
    }
    long size = batchSize;
    if (maxBatches > 0 && totalItems > 0) {
      size = Math.max(size, (totalItems - 1) / maxBatches + 1);
    }
    long count = totalItems == 0 ? 0 : (totalItems - 1) / size + 1;
    requireFew(count, totalItems);
    List<CursorConfig> configs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long start = i * size;
      configs.add(CursorConfig.of(i + 1, start, start + Math.min(size, totalItems - start)));
    }
    return configs;
  }

  private static void requireFew(long batches, long totalItems) {
    if (batches > BatchPlan.MAX_BATCHES) {
      throw new PermanentException(
          "%d items make %d batches, more than %d; make them larger"
              .formatted(totalItems, batches, BatchPlan.MAX_BATCHES),
          "INVALID_BATCH_OUTCOME");
    }
  }

  private static void requireItems(long totalItems) {
    if (totalItems < 0) {
      throw new PermanentException(
          "There cannot be %d items to split into batches".formatted(totalItems),
          "INVALID_BATCH_OUTCOME");
    }
  }

  /**
   * Plans batches, or none if there are no cursors.
   *
   * @param context the context the handler was called with
   * @param workerTemplate the name of the worker step
   * @param cursorConfigs the batches
   * @param totalItems the number of items
   * @return the outcome
   */
  default StepExecutionResult batchAnalyzerSuccess(
      StepContext context,
      String workerTemplate,
      List<CursorConfig> cursorConfigs,
      long totalItems) {
    if (cursorConfigs.isEmpty()) {
      return noBatchesOutcome(context, "there are no items");
    }
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("type", "create_batches");
    outcome.put("worker_template_name", workerTemplate);
    outcome.put("worker_count", cursorConfigs.size());
    outcome.put("cursor_configs", cursorConfigs);
    outcome.put("total_items", totalItems);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("batch_processing_outcome", outcome);
    result.put("worker_count", cursorConfigs.size());
    result.put("total_items", totalItems);
    result.put("worker_template", workerTemplate);
    return StepExecutionResult.success(context, result);
  }

  /**
   * Plans no batches.
   *
   * @param context the context the handler was called with
   * @param reason why, for people
   * @return the outcome
   */
  default StepExecutionResult noBatchesOutcome(StepContext context, String reason) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("batch_processing_outcome", Map.of("type", "no_batches"));
    result.put("reason", reason);
    return StepExecutionResult.success(context, result);
  }

  /**
   * Ends a batch.
   *
   * @param context the context the handler was called with
   * @param processed how many items were looked at
   * @param succeeded how many of them succeeded
   * @param failed how many of them failed
   * @param skipped how many of them were skipped
   * @return the outcome, with the rate of success in per cent
   */
  default StepExecutionResult batchWorkerSuccess(
      StepContext context, long processed, long succeeded, long failed, long skipped) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("items_processed", processed);
    result.put("items_succeeded", succeeded);
    result.put("items_failed", failed);
    result.put("items_skipped", skipped);
    result.put("success_rate", processed == 0 ? 0.0 : succeeded * 100.0 / processed);
    return StepExecutionResult.success(context, result);
  }

  /**
   * Fails.
   *
   * @param context the context the handler was called with
   * @param message what went wrong and what to do
   * @param errorType one of {@link ErrorTypes}
   * @param retryable true if a further attempt may heal it
   * @return the outcome, with the code {@code BATCH_ERROR}
   */
  default StepExecutionResult batchFailure(
      StepContext context, String message, String errorType, boolean retryable) {
    return StepExecutionResult.failure(context, message, "BATCH_ERROR", errorType, retryable);
  }

  /**
   * Keeps how far a batch has come. The handler is called again, within the same attempt.
   *
   * @param context the context the handler was called with
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   * @param accumulated what later calls need to know, small; or null
   * @return the outcome
   */
  default StepExecutionResult checkpointYield(
      StepContext context, long cursor, long itemsProcessed, @Nullable Object accumulated) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("type", "checkpoint_yield");
    result.put("cursor", cursor);
    result.put("items_processed", itemsProcessed);
    result.put("accumulated_results", accumulated);
    return StepExecutionResult.success(
        context.stepUuid(), result, 0, Map.of("checkpoint_yield", true));
  }
}
