package io.tasker.benchmarks.report;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long to measure. */
enum Effort {
  /** To see that all of it runs; the numbers mean nothing. */
  SMOKE(1, 1, 1, 50, 50),
  /** About twelve minutes. */
  USUAL(1, 4, 3, 1500, 1200),
  /** Two hours and more. */
  LONG(3, 10, 10, 2000, 2000);

  private final int forks;
  private final int warmups;
  private final int iterations;
  private final int warmupMillis;
  private final int millis;

  Effort(int forks, int warmups, int iterations, int warmupMillis, int millis) {
    this.forks = forks;
    this.warmups = warmups;
    this.iterations = iterations;
    this.warmupMillis = warmupMillis;
    this.millis = millis;
  }

  ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .forks(forks)
        .warmupIterations(warmups)
        .warmupTime(TimeValue.milliseconds(warmupMillis))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.milliseconds(millis));
  }

  @Override
  public String toString() {
    return "Forks: %d, each with %d × %d ms to warm up and %d × %d ms counted"
        .formatted(forks, warmups, warmupMillis, iterations, millis);
  }
}
