package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFunction;
import io.tasker.handler.StepHandler;
import io.tasker.internal.BindingPlanner;
import io.tasker.internal.HandWrittenAdapter;
import io.tasker.internal.StepBinding;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
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
  private String worker = "worker";
  private int batchSize = 100;

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
   * Says what {@code @FanOut}, or the template, says about the worker of a batch analyzer.
   *
   * @param workerStep the name of the worker step, {@code worker} by default
   * @param size items per batch where the plan does not say it, 100 by default
   * @return this call
   * @throws IllegalArgumentException if the size is below 1
   */
  public HandlerCall fanOut(String workerStep, int size) {
    worker = Objects.requireNonNull(workerStep, "workerStep");
    batchSize = positive(size, "size");
    return this;
  }

  /**
   * Calls the handler once and waits for what it returns.
   *
   * @return the outcome; absent or unfit arguments are a permanent failure, as in an engine. A
   *     decision, a plan of batches and a checkpoint are successes whose result is the JSON that
   *     Tasker Core takes for them
   * @throws IllegalArgumentException if the call could never work: the input is not a JSON object,
   *     a service is missing, a dependency, the batch or results of batches are not given or
   *     configuration does not fit. The message says all that is missing
   */
  public StepExecutionResult call() {
    GivenTask task = new GivenTask(this);
    List<String> problems = new ArrayList<>();
    StepBinding binding =
        new BindingPlanner(GivenTask.CODEC, isRoundTrip, services)
            .plan(plan(task, problems), adapter.descriptor(), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The handler cannot be called:%n  - %s"
              .formatted(String.join("%n  - ".formatted(), problems)));
    }
    return new OneAttempt(this, adapter, binding, task).perform();
  }

  private BindingPlanner.Step plan(GivenTask task, List<String> problems) {
    String workflow = namespace + "/" + taskName + "@" + taskVersion;
    Map<String, BindingPlanner.Upstream> ancestors = new LinkedHashMap<>();
    JsonType<?> any = JsonType.of(Object.class);
    task.indexes()
        .forEach((name, index) -> ancestors.put(name, new BindingPlanner.Upstream(index, any)));
    batchResults.keySet().forEach(name -> ancestors.put(name, workerAt(task.workerIndex(name))));
    String reader =
        "%s: step '%s' (%s)".formatted(workflow, step, adapter.descriptor().declaredAt());
    for (Parameter<?> parameter : adapter.descriptor().parameters()) {
      if (parameter.source() == Parameter.Source.SLICE && batch == null) {
        problems.add(reader + " takes a batch, which is absent: give it with slice(start, end)");
      }
      if (parameter.source() == Parameter.Source.BATCH_RESULTS
          && !batchResults.containsKey(parameter.name())) {
        problems.add(
            "%s takes the results of the batches of '%s', which are absent: give them with batchResults(\"%2$s\", List.of(...))"
                .formatted(reader, parameter.name()));
        // So that this is told once.
        ancestors.put(parameter.name(), workerAt(Integer.MIN_VALUE));
      }
    }
    return new BindingPlanner.Step(
        workflow,
        step,
        config,
        "config(key, value) of this call",
        BindingPlanner.Upstreams.of(ancestors));
  }

  private static BindingPlanner.Upstream workerAt(int index) {
    return new BindingPlanner.Upstream(index, JsonType.of(Object.class), true);
  }

  String worker() {
    return worker;
  }

  int batchSize() {
    return batchSize;
  }

  @Override
  HandlerCall self() {
    return this;
  }
}
