package com.acme.kinds;

import io.tasker.annotation.Depends;
import io.tasker.annotation.FanOut;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.BatchProgress;
import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;

/** Counts rows in batches. */
@Workflow(namespace = "reports", name = "nightly")
public final class Nightly {
  record Found(String file, long rows) {}

  @Handler
  @FanOut(worker = "count_rows", batchSize = 500, onFailure = FanOut.OnFailure.FAIL_FAST)
  static BatchPlan<Found> analyze(@Input("rows") long rows) {
    return BatchPlan.<Found>of(rows).found(new Found("rows.csv", rows));
  }

  @Handler
  static BatchProgress<Long> countRows(
      BatchSlice slice, @Depends(value = "analyze", path = "file") String file) {
    return BatchProgress.done(slice.size());
  }

  @Handler
  static long total(@Depends("count_rows") BatchResults<Long> counts) {
    return counts.results().stream().mapToLong(Long::longValue).sum();
  }
}
