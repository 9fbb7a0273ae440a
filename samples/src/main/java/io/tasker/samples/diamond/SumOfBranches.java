package io.tasker.samples.diamond;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;

/** The smallest diamond: twice the value on one side, 50 more on the other, their sum below. */
@Workflow(
    namespace = "diamond",
    name = "sum_of_branches",
    description = "The sum of what two branches computed.")
public final class SumOfBranches {
  private SumOfBranches() {}

  @Handler
  static long init(@Input(value = "value", defaultValue = "100") long value) {
    return value;
  }

  @Handler
  static long pathA(@Depends("init") long value) {
    return value * 2;
  }

  @Handler
  static long pathB(@Depends("init") long value) {
    return value + 50;
  }

  @Handler
  static long merge(@Depends("path_a") long a, @Depends("path_b") long b) {
    return a + b;
  }
}
