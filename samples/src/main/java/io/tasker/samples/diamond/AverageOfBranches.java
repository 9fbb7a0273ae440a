package io.tasker.samples.diamond;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;

/** The average of n² + 25 and n² × 2, which two steps compute side by side. */
@Workflow(
    namespace = "diamond",
    name = "average_of_branches",
    description = "The average of what two branches computed.")
public final class AverageOfBranches {
  private AverageOfBranches() {}

  @Handler
  static long square(@Input("even_number") long number) {
    return number * number;
  }

  @Handler
  static long addTwentyFive(@Depends("square") long number) {
    return number + 25;
  }

  @Handler(step = "twice")
  static long multiplyByTwo(@Depends("square") long number) {
    return number * 2;
  }

  @Handler
  static double average(@Depends("add_twenty_five") long sum, @Depends("twice") long product) {
    return (sum + product) / 2.0;
  }
}
