package io.tasker.samples.linear;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.ValidationException;

/** Computes (n² + 10) × 3 ÷ 2. Each step says what it did, and the next one reads one field. */
@Workflow(
    namespace = "linear",
    name = "arithmetic_sequence",
    description = "Squares, adds, multiplies and divides.")
public final class ArithmeticSequence {
  private ArithmeticSequence() {}

  record Whole(long result, String operation) {}

  record Fraction(double result, String operation) {}

  @Handler
  static Whole square(@Input("even_number") long number) {
    if (number % 2 != 0) {
      throw new ValidationException("Number must be even").with("input", number);
    }
    return new Whole(number * number, "square");
  }

  @Handler
  static Whole add(@Depends(value = "square", path = "result") long number) {
    return new Whole(number + 10, "add");
  }

  @Handler
  static Whole multiply(@Depends(value = "add", path = "result") long number) {
    return new Whole(number * 3, "multiply");
  }

  @Handler
  static Fraction divide(@Depends(value = "multiply", path = "result") long number) {
    return new Fraction(number / 2.0, "divide");
  }
}
