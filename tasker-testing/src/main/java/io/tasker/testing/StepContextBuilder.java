package io.tasker.testing;

import io.tasker.handler.StepContext;
import java.util.Objects;

/**
 * Builds the context of one attempt, for handlers that take a {@link StepContext} and are called
 * like any other method.
 *
 * <pre>{@code
 * StepContext context =
 *     StepContextBuilder.step("charge")
 *         .input(Map.of("customer_email", "ada@example.com"))
 *         .dependency("validate_cart", cart)
 *         .attempt(2)
 *         .build();
 *
 * Payment payment = Orders.charge(context);
 * }</pre>
 */
public final class StepContextBuilder extends GivenStep<StepContextBuilder> {
  private String callable;

  private StepContextBuilder(String step) {
    super(step);
    this.callable = step;
  }

  /**
   * Starts a context.
   *
   * @param name the name of the step
   * @return a builder
   */
  public static StepContextBuilder step(String name) {
    return new StepContextBuilder(name);
  }

  /**
   * Sets the callable of the handler.
   *
   * @param name the callable; the name of the step by default
   * @return this builder
   */
  public StepContextBuilder handlerName(String name) {
    callable = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * Returns the context.
   *
   * @return the context, as the engine would make it
   * @throws IllegalArgumentException if the input is not a JSON object
   */
  public StepContext build() {
    return new GivenTask(this).context(callable);
  }

  @Override
  StepContextBuilder self() {
    return this;
  }
}
