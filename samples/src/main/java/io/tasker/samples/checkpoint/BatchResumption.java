package io.tasker.samples.checkpoint;

import io.tasker.annotation.FanOut;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchSlice;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;

/** Tells what an attempt that goes on from a checkpoint still had to do. */
@Workflow(
    namespace = "batch_resumption",
    name = "batch_resumption",
    description = "Goes on where an attempt that failed had come to.")
public final class BatchResumption {
  private static final long CHECKPOINT_EVERY = 25;

  private BatchResumption() {}

  record Attempt(int number, long resumedFrom, long processed) {}

  record Resumed(long resumedFrom, long totalProcessed) {}

  @Handler
  @FanOut(worker = "process_items", batchSize = 100)
  static BatchPlan<Void> analyzeItems(@Input("dataset_size") int items) {
    return BatchPlan.of(items);
  }

  @Handler
  static BatchProgress<Resumed> processItems(
      BatchSlice slice, @Input("fail_after") long failAfter, StepContext context) {
    if (slice.position() >= failAfter && !context.isRetry()) {
      throw new RetryableException("The source went away after " + slice.position() + " items");
    }
    Attempt attempt =
        slice
            .checkpoint()
            .map(last -> last.accumulated(Attempt.class))
            .filter(last -> last.number() == context.attempt())
            .orElse(new Attempt(context.attempt(), slice.position(), 0));
    long next = Math.min(slice.end(), slice.position() + CHECKPOINT_EVERY);
    long processed = attempt.processed() + next - slice.position();
    return next < slice.end()
        ? BatchProgress.checkpoint(
            next,
            next - slice.start(),
            new Attempt(attempt.number(), attempt.resumedFrom(), processed))
        : BatchProgress.done(new Resumed(attempt.resumedFrom(), processed));
  }
}
