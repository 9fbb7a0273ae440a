package io.tasker.samples.diamond;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.StepResult;
import io.tasker.handler.ValidationException;

/** Squares an even number, both branches square that, and the end squares their product: n¹⁶. */
@Workflow(
    namespace = "diamond",
    name = "diamond_pattern",
    description = "Splits in two and joins again.")
public final class DiamondPattern {
  private DiamondPattern() {}

  @Handler
  static long start(@Input("even_number") long number) {
    if (number % 2 != 0) {
      throw new ValidationException("Number must be even").with("input", number);
    }
    return number * number;
  }

  @Handler
  static long branchB(@Depends("start") long number) {
    return number * number;
  }

  @Handler
  static long branchC(@Depends("start") long number) {
    return number * number;
  }

  /** Metadata is for people who look at the step; no later step reads it. */
  @Handler
  static StepResult<Long> end(@Depends("branch_b") long b, @Depends("branch_c") long c) {
    long multiplied = b * c;
    return StepResult.success(multiplied * multiplied).metadata("multiplied", multiplied);
  }
}
