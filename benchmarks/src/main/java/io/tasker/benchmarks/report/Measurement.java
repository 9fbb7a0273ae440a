package io.tasker.benchmarks.report;

import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark came to, for each operation: the median of its iterations.
 *
 * @param nanos the time on the clock, in ns
 * @param error half of the 99.9 % confidence interval of the mean, in ns
 * @param cpu the processor time of the process, in ns
 * @param bytes the allocated memory, in bytes
 */
record Measurement(double nanos, double error, double cpu, double bytes) {

  static Measurement of(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    return new Measurement(
        median(time),
        time.getScoreError(),
        secondary(result, CpuTime.LABEL),
        secondary(result, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult result, String label) {
    for (String key : result.getSecondaryResults().keySet()) {
      if (key.endsWith(label)) {
        return median(result.getSecondaryResults().get(key));
      }
    }
    return Double.NaN;
  }

  private static double median(Result<?> result) {
    return result.getStatistics().getPercentile(50);
  }

  /** Returns what lies between this and a smaller measurement, for each of {@code steps}. */
  Measurement minus(Measurement smaller, int steps) {
    return new Measurement(
        (nanos - smaller.nanos) / steps,
        (error + smaller.error) / steps,
        (cpu - smaller.cpu) / steps,
        (bytes - smaller.bytes) / steps);
  }

  /** Returns the cells of a table: ns, ±, CPU ns, bytes. */
  String[] cells(String... before) {
    String[] cells = new String[before.length + 4];
    System.arraycopy(before, 0, cells, 0, before.length);
    cells[before.length] = number(nanos);
    cells[before.length + 1] = number(error);
    cells[before.length + 2] = number(cpu);
    cells[before.length + 3] = number(bytes);
    return cells;
  }

  private static String number(double value) {
    String format = Math.abs(value) < 100 ? "%.1f" : "%,.0f";
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }
}
