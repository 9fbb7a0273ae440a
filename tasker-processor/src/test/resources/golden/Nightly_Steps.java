package com.acme.kinds;

import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import javax.annotation.processing.Generated;

/** Runs the steps of {@link Nightly}. Not API. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
@StepIndex(handlers = Nightly.class)
public final class Nightly_Steps {
  /** Has no instances. */
  private Nightly_Steps() {}

  /** {@return the adapters, ordered by callable} */
  public static List<StepAdapter> adapters() {
    return List.of(analyzeStep(), countRowsStep(), totalStep());
  }

  /** {@return step {@code analyze}, which calls {@link Nightly#analyze}} */
  private static StepAdapter analyzeStep() {
    Parameter<Long> rows = Parameter.input("rows", long.class);
    return HandlerDescriptor.handler("reports_analyze", "analyze")
        .batchAnalyzer()
        .declaredAt("com.acme.kinds.Nightly.analyze(long)")
        .parameters(rows)
        .result(Nightly.Found.class)
        .calling(invocation -> Nightly.analyze((long) invocation.argument(rows)));
  }

  /** {@return step {@code count_rows}, which calls {@link Nightly#countRows}} */
  private static StepAdapter countRowsStep() {
    Parameter<BatchSlice> slice = Parameter.slice();
    Parameter<String> file = Parameter.dependency("analyze", String.class).path("file");
    return HandlerDescriptor.handler("reports_count_rows", "count_rows")
        .batchWorker()
        .declaredAt("com.acme.kinds.Nightly.countRows(BatchSlice, String)")
        .parameters(slice, file)
        .result(Long.class)
        .calling(
            invocation -> Nightly.countRows(invocation.argument(slice), invocation.argument(file)));
  }

  /** {@return step {@code total}, which calls {@link Nightly#total}} */
  private static StepAdapter totalStep() {
    Parameter<BatchResults<Long>> counts = Parameter.batchResults("count_rows", Long.class);
    return HandlerDescriptor.handler("reports_total", "total")
        .declaredAt("com.acme.kinds.Nightly.total(BatchResults<Long>)")
        .parameters(counts)
        .result(long.class)
        .calling(invocation -> Nightly.total(invocation.argument(counts)));
  }
}
