package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFunction;
import io.tasker.handler.StepHandler;
import io.tasker.internal.BindingPlanner;
import io.tasker.internal.HandWrittenAdapter;
import io.tasker.internal.StepBinding;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.template.HandlerReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calls one handler as an engine does: arguments are bound by the same rules, what it returns or
 * throws becomes an outcome. There is no retry: one call is one attempt.
 *
 * <p>A handler is named by its callable, or given: a {@link StepHandler}, a {@link StepFunction} or
 * an adapter. A handler method needs nothing of this to be tested as plain code; here it is tested
 * with its annotations.
 *
 * <pre>{@code
 * StepExecutionResult outcome =
 *     HandlerCall.of("ecommerce_process_payment")
 *         .input(Map.of("payment_token", "tok_test_declined"))
 *         .dependency("validate_cart", cart)
 *         .provide(Clock.class, clock)
 *         .call();
 *
 * assertThat(outcome).isPermanentFailure().hasMessage("Card was declined");
 * }</pre>
 */
public final class HandlerCall extends GivenStep<HandlerCall> {
  private final StepAdapter adapter;
  private final Map<Class<?>, Object> services = new LinkedHashMap<>();

  private HandlerCall(StepAdapter adapter) {
    super(adapter.descriptor().step());
    this.adapter = adapter;
  }

  /**
   * Prepares a call of a handler on the class path.
   *
   * @param callable the key under which templates name it
   * @return a call to be completed
   * @throws IllegalArgumentException if there is no such handler; the message names those there are
   * @throws io.tasker.NoHandlersException if there are no handlers at all
   */
  public static HandlerCall of(String callable) {
    return of(HandlerRegistry.load(), callable);
  }

  /**
   * Prepares a call of a handler of a registry.
   *
   * @param handlers the registry
   * @param callable the key under which templates name it
   * @return a call to be completed
   * @throws IllegalArgumentException if there is no such handler; the message names those there are
   */
  public static HandlerCall of(HandlerRegistry handlers, String callable) {
    return handlers
        .find("", HandlerReference.to(callable), callable, callable)
        .map(HandlerCall::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No handler has the callable '%s'. Those there are: %s"
                        .formatted(callable, String.join(", ", handlers.callables()))));
  }

  /**
   * Prepares a call of a hand-written handler.
   *
   * @param handler the handler
   * @return a call to be completed
   */
  public static HandlerCall of(StepHandler handler) {
    return new HandlerCall(HandWrittenAdapter.of(handler));
  }

  /**
   * Prepares a call of a function.
   *
   * @param function the function of the task's input and the upstream results
   * @return a call to be completed
   */
  public static HandlerCall of(StepFunction function) {
    return new HandlerCall(HandWrittenAdapter.of("function", function));
  }

  /**
   * Prepares a call of an adapter, as generated code has them.
   *
   * @param adapter the adapter
   * @return a call to be completed
   */
  public static HandlerCall of(StepAdapter adapter) {
    return new HandlerCall(Objects.requireNonNull(adapter, "adapter"));
  }

  /**
   * Adds a service that the handler asks for.
   *
   * @param <T> the type of the service
   * @param type the type that the handler names
   * @param service the service
   * @return this call
   */
  public <T> HandlerCall provide(Class<T> type, T service) {
    services.put(type, type.cast(service));
    return this;
  }

  /**
   * Calls the handler once and waits for what it returns.
   *
   * @return the outcome; absent or unfit arguments are a permanent failure, as in an engine
   * @throws IllegalArgumentException if the call could never work: the input is not a JSON object,
   *     a service is missing, a dependency is not given or configuration does not fit. The message
   *     says all that is missing
   */
  public StepExecutionResult call() {
    GivenTask task = new GivenTask(this);
    List<String> problems = new ArrayList<>();
    StepBinding binding =
        new BindingPlanner(GivenTask.CODEC, isRoundTrip, services)
            .plan(plan(task), adapter.descriptor(), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The handler cannot be called:%n  - %s"
              .formatted(String.join("%n  - ".formatted(), problems)));
    }
    return new OneAttempt(this, adapter, binding, task).perform();
  }

  private BindingPlanner.Step plan(GivenTask task) {
    Map<String, BindingPlanner.Upstream> ancestors = new LinkedHashMap<>();
    task.indexes()
        .forEach(
            (name, index) ->
                ancestors.put(name, new BindingPlanner.Upstream(index, JsonType.of(Object.class))));
    return new BindingPlanner.Step(
        namespace + "/" + taskName + "@" + taskVersion,
        step,
        config,
        "config(key, value) of this call",
        ancestors);
  }

  @Override
  HandlerCall self() {
    return this;
  }
}
