package com.acme.kinds;

import io.tasker.handler.BatchResults;
import io.tasker.handler.BatchSlice;
import io.tasker.spi.DescribedAdapter;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.StepInvocation;
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
    return List.of(new AnalyzeStep(), new CountRowsStep(), new TotalStep());
  }

  /** Runs step {@code analyze} by calling {@link Nightly#analyze}. */
  private static final class AnalyzeStep extends DescribedAdapter {
    /** The argument {@code rows}. */
    private static final Parameter<Long> ROWS = Parameter.input("rows", long.class);

    /** Describes the step. */
    AnalyzeStep() {
      super(
          HandlerDescriptor.handler("reports_analyze", "analyze")
              .batchAnalyzer()
              .declaredAt("com.acme.kinds.Nightly.analyze(long)")
              .parameters(ROWS)
              .result(Nightly.Found.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      long rows = invocation.argument(ROWS);
      return Nightly.analyze(rows);
    }
  }

  /** Runs step {@code count_rows} by calling {@link Nightly#countRows}. */
  private static final class CountRowsStep extends DescribedAdapter {
    /** The argument {@code slice}. */
    private static final Parameter<BatchSlice> SLICE = Parameter.slice();

    /** The argument {@code file}. */
    private static final Parameter<String> FILE =
        Parameter.dependency("analyze", String.class).path("file");

    /** Describes the step. */
    CountRowsStep() {
      super(
          HandlerDescriptor.handler("reports_count_rows", "count_rows")
              .batchWorker()
              .declaredAt("com.acme.kinds.Nightly.countRows(BatchSlice, String)")
              .parameters(SLICE, FILE)
              .result(Long.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      BatchSlice slice = invocation.argument(SLICE);
      String file = invocation.argument(FILE);
      return Nightly.countRows(slice, file);
    }
  }

  /** Runs step {@code total} by calling {@link Nightly#total}. */
  private static final class TotalStep extends DescribedAdapter {
    /** The argument {@code counts}. */
    private static final Parameter<BatchResults<Long>> COUNTS =
        Parameter.batchResults("count_rows", Long.class);

    /** Describes the step. */
    TotalStep() {
      super(
          HandlerDescriptor.handler("reports_total", "total")
              .declaredAt("com.acme.kinds.Nightly.total(BatchResults<Long>)")
              .parameters(COUNTS)
              .result(long.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      BatchResults<Long> counts = invocation.argument(COUNTS);
      return Nightly.total(counts);
    }
  }
}
