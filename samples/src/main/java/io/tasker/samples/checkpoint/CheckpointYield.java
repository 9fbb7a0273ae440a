package io.tasker.samples.checkpoint;

import io.tasker.annotation.Depends;
import io.tasker.annotation.FanOut;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;

/**
 * Sums up 1, 2, 3, … in one batch that yields after every few items. What it knows by then is kept,
 * so an attempt that fails costs the items since the last checkpoint and no others.
 */
@Workflow(
    namespace = "checkpoint_yield",
    name = "checkpoint_yield",
    description = "Sums up numbers and keeps its progress.")
public final class CheckpointYield {
  private CheckpointYield() {}

  record Progress(long runningTotal, int yields) {
    static final Progress NONE = new Progress(0, 0);
  }

  record Sum(long totalProcessed, long checkpointsUsed, long runningTotal, int yields) {}

  record Report(
      long totalProcessed,
      long checkpointsUsed,
      long runningTotal,
      int itemCount,
      boolean passed) {}

  @Handler
  @FanOut(worker = "checkpoint_yield_batch", cursorField = "item")
  static BatchPlan<Void> analyzeItems(@Input("total_items") int items) {
    return items == 0
        ? BatchPlan.none("there are no items")
        : BatchPlan.<Void>of(items).size(items);
  }

  @Handler
  static BatchProgress<Sum> checkpointYieldBatch(
      BatchSlice slice,
      @Input(value = "items_per_checkpoint", defaultValue = "25") long perCheckpoint,
      @Input(value = "fail_after_items", defaultValue = "-1") long failAfter,
      @Input(value = "permanent_failure", defaultValue = "false") boolean isPermanent,
      StepContext context) {
    Progress progress =
        slice.checkpoint().map(last -> last.accumulated(Progress.class)).orElse(Progress.NONE);
    long total = progress.runningTotal();
    for (long item = slice.position(); item < slice.end(); item++) {
      if (item == slice.position() + perCheckpoint) {
        return BatchProgress.checkpoint(
            item, item - slice.start(), new Progress(total, progress.yields() + 1));
      }
      if (item == failAfter && !context.isRetry()) {
        throw isPermanent
            ? new PermanentException("Item " + item + " can never be added")
            : new RetryableException("Item " + item + " cannot be added now");
      }
      total += item + 1;
    }
    return BatchProgress.done(
        new Sum(slice.size(), slice.size() / perCheckpoint, total, progress.yields()));
  }

  @Handler
  static Report aggregateResults(
      @Depends("checkpoint_yield_batch") BatchResults<Sum> sums, @Input("total_items") int items) {
    long processed = sums.results().stream().mapToLong(Sum::totalProcessed).sum();
    return new Report(
        processed,
        sums.results().stream().mapToLong(Sum::checkpointsUsed).sum(),
        sums.results().stream().mapToLong(Sum::runningTotal).sum(),
        items,
        processed == items);
  }
}
