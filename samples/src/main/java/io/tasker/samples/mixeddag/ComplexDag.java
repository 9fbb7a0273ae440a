package io.tasker.samples.mixeddag;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.ValidationException;
import java.math.BigInteger;

/** Seven steps: one start, two sides, three steps that read one side or both, one end. */
@Workflow(
    namespace = "mixed_dag",
    name = "complex_dag",
    description = "Joins and splits in more than one place.")
public final class ComplexDag {
  // The handlers in Rust compute the end in 128 bits without a sign and stop at the largest number.
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

  private ComplexDag() {}

  @Handler
  static long init(@Input("even_number") long number) {
    if (number % 2 != 0) {
      throw new ValidationException("Number must be even").with("input", number);
    }
    return number * number;
  }

  @Handler
  static long processLeft(@Depends("init") long number) {
    return number * number;
  }

  @Handler
  static long processRight(@Depends("init") long number) {
    return number * number;
  }

  @Handler
  static BigInteger validate(
      @Depends("process_left") BigInteger left, @Depends("process_right") BigInteger right) {
    return left.multiply(right).pow(2);
  }

  @Handler
  static BigInteger transform(@Depends("process_left") BigInteger left) {
    return left.pow(2);
  }

  @Handler
  static BigInteger analyze(@Depends("process_right") BigInteger right) {
    return right.pow(2);
  }

  @Handler(step = "finalize")
  static String end(
      @Depends("validate") BigInteger validated,
      @Depends("transform") BigInteger transformed,
      @Depends("analyze") BigInteger analyzed) {
    return validated.multiply(transformed).multiply(analyzed).pow(2).min(LARGEST).toString();
  }
}
