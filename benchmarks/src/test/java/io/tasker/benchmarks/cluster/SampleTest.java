package io.tasker.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  private final Sample one =
      new Sample(20, 2, List.of(30.0, 10.0, 20.0, 40.0), 1, 0, 40, 60, 80, 20);
  private final Sample other = new Sample(10, 3, List.of(5.0, 50.0), 0, 2, 20, 30, 40, 10);

  @Test
  void samplesOfOneKind_areAddedUp() {
    assertThat(one.with(other))
        .isEqualTo(
            new Sample(30, 5, List.of(5.0, 10.0, 20.0, 30.0, 40.0, 50.0), 1, 2, 60, 90, 120, 30));
    assertThat(one.with(other).stepsPerSecond()).isEqualTo(6);
    assertThat(one.perStep(one.workerMillis())).isEqualTo(2);
  }

  @Test
  void aQuantile_isATimeWithinWhichThatPartCompleted() {
    assertThat(one.quantile(0.5)).isEqualTo(20);
    assertThat(one.quantile(0.51)).isEqualTo(30);
    assertThat(one.quantile(0.99)).isEqualTo(40);
    assertThat(new Sample(0, 1, List.of(), 3, 0, 0, 0, 0, 0).quantile(0.5)).isNaN();
  }

  @Test
  void processorTime_isThatOfTheProcessWithItsChildren() {
    long before = ProcessTime.of(ProcessHandle.current().pid());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + 50_000_000;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }

    long after = ProcessTime.ofFamily(ProcessHandle.current().pid());

    assertThat(after - before).isGreaterThanOrEqualTo(30);
  }
}
