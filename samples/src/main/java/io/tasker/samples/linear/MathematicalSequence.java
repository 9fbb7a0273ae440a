package io.tasker.samples.linear;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.ValidationException;

/** Squares an even number four times: n², n⁴, n⁸, n¹⁶. A result may be a bare number. */
@Workflow(
    namespace = "linear",
    name = "mathematical_sequence",
    description = "Squares an even number four times.")
public final class MathematicalSequence {
  private MathematicalSequence() {}

  @Handler(step = "linear_step_1")
  static long first(@Input("even_number") long number) {
    if (number % 2 != 0) {
      throw new ValidationException("Number must be even").with("input", number);
    }
    return square(number);
  }

  @Handler(step = "linear_step_2")
  static long second(@Depends("linear_step_1") long number) {
    return square(number);
  }

  @Handler(step = "linear_step_3")
  static long third(@Depends("linear_step_2") long number) {
    return square(number);
  }

  @Handler(step = "linear_step_4")
  static long fourth(@Depends("linear_step_3") long number) {
    return square(number);
  }

  private static long square(long number) {
    try {
      return Math.multiplyExact(number, number);
    } catch (ArithmeticException e) {
      // Any other exception would be tried again, and fail again.
      throw new ValidationException("The square of " + number + " needs more than 64 bits", e);
    }
  }
}
