package io.tasker.benchmarks.shape;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;

/** The handlers of all shapes. A template may name the second for as many steps as it likes. */
public final class CounterSteps {
  private CounterSteps() {}

  /** A number that grows from step to step. */
  public record Counter(long value) {}

  @Handler("counter_first")
  public static Counter first() {
    return new Counter(1);
  }

  @Handler("counter_advance")
  public static Counter advance(@Depends("first") Counter first) {
    return new Counter(first.value() + 1);
  }
}
