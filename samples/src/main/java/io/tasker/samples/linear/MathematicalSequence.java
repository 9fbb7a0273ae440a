package io.tasker.samples.linear;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.StepResult;
import io.tasker.handler.ValidationException;
import java.util.Map;

/**
 * Squares an even number four times: n², n⁴, n⁸, n¹⁶. A result may be a bare number; what else
 * there is to say of a step is metadata, which no later step reads.
 */
@Workflow(
    namespace = "linear",
    name = "mathematical_sequence",
    description = "Squares an even number four times.")
public final class MathematicalSequence {
  private MathematicalSequence() {}

  /** Tasker Core's example compares the last result with n⁸ instead of n¹⁶, and so do we. */
  record Verification(
      long originalNumber, long expectedResult, long actualResult, boolean matches) {}

  @Handler(step = "linear_step_1")
  static StepResult<Long> first(@Input("even_number") long number) {
    if (number % 2 != 0) {
      throw new ValidationException("Number must be even").with("input", number);
    }
    return described(square(number), "initial", "even_number", "task.context.even_number");
  }

  @Handler(step = "linear_step_2")
  static StepResult<Long> second(@Depends("linear_step_1") long number) {
    return squared(number, "intermediate", "linear_step_1");
  }

  @Handler(step = "linear_step_3")
  static StepResult<Long> third(@Depends("linear_step_2") long number) {
    return squared(number, "single_parent", "linear_step_2");
  }

  @Handler(step = "linear_step_4")
  static StepResult<Long> fourth(
      @Depends("linear_step_3") long number, @Input("even_number") long original) {
    StepResult.Success<Long> result = squared(number, "final", "linear_step_3");
    long squaredThrice = square(square(square(original)));
    long actual = square(number);
    return result.metadata(
        "verification", new Verification(original, squaredThrice, actual, actual == squaredThrice));
  }

  private static StepResult.Success<Long> squared(long number, String type, String above) {
    return described(square(number), type, "previous_result", "sequence." + above + ".result");
  }

  private static StepResult.Success<Long> described(
      long result, String type, String input, String origin) {
    return StepResult.success(result)
        .metadata("operation", "square")
        .metadata("step_type", type)
        .metadata("input_refs", Map.of(input, origin));
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
