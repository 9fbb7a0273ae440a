package io.tasker.benchmarks.cluster;

import io.tasker.benchmarks.report.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps what was measured and writes it as tables. */
final class ClusterReport {
  private final Map<Row, List<Sample>> samples = new LinkedHashMap<>();

  /** What a sample is of. */
  record Row(ClusterShape shape, int workers, boolean isFull, WorkerKind kind) {}

  void add(Row row, Sample sample) {
    samples.computeIfAbsent(row, key -> new ArrayList<>()).add(sample);
  }

  /** Returns the table of busy clusters. */
  Markdown full() {
    Markdown table =
        new Markdown(
            "workflow",
            "workers",
            "steps/s",
            "least, greatest",
            "p50 ms",
            "p99 ms",
            "worker CPU ms/step",
            "orchestrator",
            "PostgreSQL",
            "processors in use",
            "unfinished tasks",
            "steps run twice");
    rows(
        true,
        (row, all, sum) ->
            table.row(
                row.shape().workflow(),
                row.workers() + " " + row.kind(),
                number(sum.stepsPerSecond()),
                number(all.stream().mapToDouble(Sample::stepsPerSecond).min().orElseThrow())
                    + ", "
                    + number(all.stream().mapToDouble(Sample::stepsPerSecond).max().orElseThrow()),
                number(sum.quantile(0.5)),
                number(sum.quantile(0.99)),
                number(sum.perStep(sum.workerMillis())),
                number(sum.perStep(sum.orchestratorMillis())),
                number(sum.perStep(sum.databaseMillis())),
                "%.0f %%".formatted(sum.busy() * 100),
                Integer.toString(sum.unfinished()),
                Integer.toString(sum.repeated())));
    return table;
  }

  /** Returns the table of clusters with one task at a time. */
  Markdown alone() {
    Markdown table = new Markdown("one task at a time", "worker", "p50 ms", "p99 ms");
    rows(
        false,
        (row, all, sum) ->
            table.row(
                row.shape().workflow(),
                row.kind().name(),
                number(sum.quantile(0.5)),
                number(sum.quantile(0.99))));
    return table;
  }

  private interface RowWriter {
    void write(Row row, List<Sample> all, Sample sum);
  }

  // What is compared stands together.
  private void rows(boolean isFull, RowWriter writer) {
    for (int workers = 1; workers <= 2; workers++) {
      for (ClusterShape shape : ClusterShape.values()) {
        for (WorkerKind kind : WorkerKind.values()) {
          Row row = new Row(shape, workers, isFull, kind);
          List<Sample> all = samples.getOrDefault(row, List.of());
          all.stream().reduce(Sample::with).ifPresent(sum -> writer.write(row, all, sum));
        }
      }
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}
