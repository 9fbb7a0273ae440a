package io.tasker.samples.tree;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.StepResult;
import io.tasker.handler.ValidationException;
import java.math.BigInteger;

/**
 * A root, two branches, four leaves and their convergence; each step squares. The end is n⁶⁴, which
 * no 64 bits hold: it travels as decimal text, like every number that other languages would round.
 */
@Workflow(
    namespace = "tree",
    name = "hierarchical_tree",
    description = "Splits in two, each half in two again, and joins all four.")
public final class HierarchicalTree {
  private HierarchicalTree() {}

  @Handler
  static long root(@Input("even_number") long number) {
    if (number % 2 != 0) {
      throw new ValidationException("Number must be even").with("input", number);
    }
    return number * number;
  }

  @Handler
  static long branchLeft(@Depends("root") long number) {
    return number * number;
  }

  @Handler
  static long branchRight(@Depends("root") long number) {
    return number * number;
  }

  @Handler
  static long leafD(@Depends("branch_left") long number) {
    return number * number;
  }

  @Handler
  static long leafE(@Depends("branch_left") long number) {
    return number * number;
  }

  @Handler
  static long leafF(@Depends("branch_right") long number) {
    return number * number;
  }

  @Handler
  static long leafG(@Depends("branch_right") long number) {
    return number * number;
  }

  @Handler
  static StepResult<String> finalConvergence(
      @Depends("leaf_d") BigInteger d,
      @Depends("leaf_e") BigInteger e,
      @Depends("leaf_f") BigInteger f,
      @Depends("leaf_g") BigInteger g) {
    BigInteger multiplied = d.multiply(e).multiply(f).multiply(g);
    return StepResult.success(multiplied.pow(2).toString())
        .metadata("multiplied", multiplied.toString());
  }
}
