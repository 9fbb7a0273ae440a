package io.tasker.samples.dispatch;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;

/** Four handlers that {@code resolver_chain.yaml} finds in four ways. */
public final class ResolverChain {
  private ResolverChain() {}

  /** Found by its callable. */
  @Handler("chain_square")
  static long square(@Input("even_number") long number) {
    return number * number;
  }

  /** Found by the name of its step, since nothing here has the callable that the template names. */
  @Handler(value = "square_again", step = "square_again")
  static long squareAgain(@Depends("square") long number) {
    return number * number;
  }

  /** Found by its alias. */
  @Handler(value = "chain_square_once_more", aliases = "chain_third_square")
  static long squareOnceMore(@Depends("square_again") long number) {
    return number * number;
  }

  /** Found only by templates that name its resolver, too. */
  @Handler(value = "chain_last_square", resolver = "squares")
  static long lastSquare(@Depends("square_once_more") long number) {
    return number * number;
  }
}
