package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.engine.LocalEngineBuilder;
import io.tasker.event.StepEventPublisher;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a whole workflow on the local engine, in virtual time and on the thread of the test: a wait
 * of 30 s between two attempts takes none, and the same test always gives the same run.
 *
 * <p>Any step can have something in the place of its handler; all others call theirs. Values travel
 * through JSON between steps, as on a cluster, unless {@link #jsonRoundTrip} says otherwise.
 * Handlers that ask for a {@link Clock} get the virtual one, unless another is {@linkplain #provide
 * provided}. Waits between attempts are not varied at random. All domain events stay in the process
 * and are in the run; subscribing methods of the handlers' modules get them if {@link
 * #callingSubscribers} says so.
 *
 * <p>What a handler spends in real time is no virtual time: one that sleeps for a minute takes none
 * and meets no timeout. A step is given its time by {@link #taking}.
 *
 * <pre>{@code
 * WorkflowRun run =
 *     WorkflowTest.of("ecommerce", "order_processing")
 *         .failing("process_payment", 1, new RetryableException("Gateway busy"))
 *         .returning("send_confirmation", Map.of("message_id", "email_1"))
 *         .run(order);
 *
 * assertThat(run)
 *     .isComplete()
 *     .hasResult("validate_cart", "/total", 118.77)
 *     .hasAttemptsAfter("process_payment", Duration.ZERO, Duration.ofMillis(100));
 * }</pre>
 */
public final class WorkflowTest {
  private final TaskTemplate template;
  private final HandlerRegistry handlers;
  private final Map<String, StepStub> stubs = new LinkedHashMap<>();
  private final List<Consumer<LocalEngineBuilder>> settings = new ArrayList<>();
  private Instant start = Instant.parse("2026-01-01T00:00:00Z");
  private Duration patience = Duration.ofSeconds(30);
  private boolean callsSubscribers;

  private WorkflowTest(HandlerRegistry handlers, TaskTemplate template) {
    this.handlers = handlers;
    this.template = template;
  }

  /**
   * Prepares a workflow whose handlers and template were generated and are on the class path. Of
   * several versions it is the newest, as in an engine.
   *
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow
   * @return a test to be completed
   * @throws io.tasker.UnknownWorkflowException if no template has that name
   * @throws io.tasker.NoHandlersException if there are no handlers at all
   */
  public static WorkflowTest of(String namespace, String name) {
    return of(HandlerRegistry.load(), namespace, name);
  }

  /**
   * Prepares one version of a workflow whose handlers and template were generated and are on the
   * class path.
   *
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow
   * @param version the version
   * @return a test to be completed
   * @throws io.tasker.UnknownWorkflowException if no template has that name and version
   * @throws io.tasker.NoHandlersException if there are no handlers at all
   */
  public static WorkflowTest of(String namespace, String name, String version) {
    return of(HandlerRegistry.load(), namespace, name, version);
  }

  /**
   * Prepares a workflow of a registry. Of several versions it is the newest, as in an engine.
   *
   * @param handlers the handlers, in modules that bring the template
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow
   * @return a test to be completed
   * @throws io.tasker.UnknownWorkflowException if no template has that name
   */
  public static WorkflowTest of(HandlerRegistry handlers, String namespace, String name) {
    return new WorkflowTest(handlers, new WorkflowChoice(handlers, namespace, name).newest());
  }

  /**
   * Prepares one version of a workflow of a registry.
   *
   * @param handlers the handlers, in modules that bring the template
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow
   * @param version the version
   * @return a test to be completed
   * @throws io.tasker.UnknownWorkflowException if no template has that name and version
   */
  public static WorkflowTest of(
      HandlerRegistry handlers, String namespace, String name, String version) {
    return new WorkflowTest(
        handlers, new WorkflowChoice(handlers, namespace, name).ofVersion(version));
  }

  /**
   * Prepares a workflow of a template.
   *
   * @param handlers the handlers; {@link HandlerRegistry#empty()} if each step has something in
   *     their place
   * @param template the template
   * @return a test to be completed
   */
  public static WorkflowTest of(HandlerRegistry handlers, TaskTemplate template) {
    return new WorkflowTest(
        Objects.requireNonNull(handlers, "handlers"), Objects.requireNonNull(template, "template"));
  }

  /**
   * Puts a value in the place of a handler.
   *
   * @param step the name of the step
   * @param result what a handler may return: a record, a map, a JSON node, a scalar, a {@link
   *     io.tasker.handler.StepResult}, or null for none
   * @return this test
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public WorkflowTest returning(String step, @Nullable Object result) {
    return answering(step, context -> result);
  }

  /**
   * Puts a function in the place of a handler.
   *
   * @param step the name of the step
   * @param answer the function
   * @return this test
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public WorkflowTest answering(String step, StepAnswer answer) {
    Objects.requireNonNull(answer, "answer");
    return stub(step, stub -> stub.answering(answer));
  }

  /**
   * Lets each attempt of a step fail.
   *
   * @param step the name of the step
   * @param failure what the attempts throw
   * @return this test
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public WorkflowTest failing(String step, Exception failure) {
    return failing(step, Integer.MAX_VALUE, failure);
  }

  /**
   * Lets the first attempts of a step fail. Those that follow call the handler or what is in its
   * place.
   *
   * @param step the name of the step
   * @param attempts how many attempts fail, at least 1
   * @param failure what they throw; a {@link io.tasker.handler.PermanentException} ends the step at
   *     the first
   * @return this test
   * @throws IllegalArgumentException if the workflow has no such step or no attempt fails
   */
  public WorkflowTest failing(String step, int attempts, Exception failure) {
    Objects.requireNonNull(failure, "failure");
    if (attempts < 1) {
      throw new IllegalArgumentException("At least 1 attempt fails, not " + attempts);
    }
    return stub(step, stub -> stub.failing(attempts, failure));
  }

  /**
   * Lets each attempt of a step take a while, in virtual time; without this, none takes any. Steps
   * that run side by side take it side by side, and a step that takes as long as its timeout, or
   * longer, times out.
   *
   * @param step the name of the step
   * @param time how long
   * @return this test
   * @throws IllegalArgumentException if the workflow has no such step or the time is negative
   */
  public WorkflowTest taking(String step, Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("A step cannot take less than no time: " + time);
    }
    return stub(step, stub -> stub.taking(time));
  }

  /**
   * Configures one step, on top of what the template says.
   *
   * @param step the name of the step
   * @param values the values by configuration key, as {@link LocalEngineBuilder#config(String,
   *     String, String, Map)} takes them
   * @return this test
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public WorkflowTest config(String step, Map<String, ?> values) {
    requireStep(step);
    settings.add(engine -> engine.config(template.namespace(), template.name(), step, values));
    return this;
  }

  /**
   * Configures all steps that read one of the keys, on top of what the template says.
   *
   * @param values the values by configuration key, as {@link LocalEngineBuilder#config(String,
   *     String, Map)} takes them
   * @return this test
   */
  public WorkflowTest config(Map<String, ?> values) {
    settings.add(engine -> engine.config(template.namespace(), template.name(), values));
    return this;
  }

  /**
   * Gives handlers a service.
   *
   * @param <T> the type of the service
   * @param type the type that the handlers name
   * @param service the service
   * @return this test
   */
  public <T> WorkflowTest provide(Class<T> type, T service) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(service, "service");
    settings.add(engine -> engine.provide(type, service));
    return this;
  }

  /**
   * Adds a publisher, for events that name it.
   *
   * @param publisher the publisher, such as a {@link FailingPublisher}
   * @return this test
   */
  public WorkflowTest publisher(StepEventPublisher publisher) {
    Objects.requireNonNull(publisher, "publisher");
    settings.add(engine -> engine.publisher(publisher));
    return this;
  }

  /**
   * Calls the subscribing methods of the handlers' modules, too, which need their services. They
   * are called on the thread of the test before the run ends; what they throw is logged, as in an
   * engine.
   *
   * @return this test
   */
  public WorkflowTest callingSubscribers() {
    callsSubscribers = true;
    return this;
  }

  /**
   * Sets when virtual time starts.
   *
   * @param instant the time, the first moment of 2026 by default
   * @return this test
   */
  public WorkflowTest startingAt(Instant instant) {
    start = Objects.requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Sets how long a run waits in real time. For a stage that another thread completes, virtual time
   * stands still that long; if the stage is not complete then, time goes on without it, and a step
   * with a timeout times out. A handler that makes the thread of the test wait for longer is
   * interrupted, and the run ends with an exception.
   *
   * @param realTime the bound, 30 s by default
   * @return this test
   * @throws IllegalArgumentException if the bound is not positive
   */
  public WorkflowTest waitingAtMost(Duration realTime) {
    if (realTime.isNegative() || realTime.isZero()) {
      throw new IllegalArgumentException("The bound must be positive: " + realTime);
    }
    patience = realTime;
    return this;
  }

  /**
   * Sets whether values travel through JSON, or by reference where the types allow.
   *
   * @param roundTrip true by default, so that what passes here passes on a cluster
   * @return this test
   */
  public WorkflowTest jsonRoundTrip(boolean roundTrip) {
    settings.add(engine -> engine.jsonRoundTrip(roundTrip));
    return this;
  }

  /**
   * Runs the workflow to its end. May be called again, for a run of its own each time.
   *
   * @param input the task's input: a record, a {@code Map}, a {@code JsonNode} or JSON text
   * @return the run; a failed task is a run, not an exception
   * @throws IllegalStateException if a step has neither a handler nor anything in its place (the
   *     message names all of them), if the workflow waits for something that never comes, or if a
   *     handler made the thread wait for {@linkplain #waitingAtMost too long}
   * @throws io.tasker.EngineConfigurationException if the workflow cannot run, for example because
   *     a service, a publisher or configuration is missing
   * @throws io.tasker.InvalidInputException if the input breaks the input schema
   */
  public WorkflowRun run(Object input) {
    VirtualTime time = new VirtualTime(start, new Patience(patience));
    HandlerRegistry others =
        callsSubscribers ? Subscribing.methodsOf(handlers) : HandlerRegistry.empty();
    HandlerRegistry inPlace = new StubbedHandlers(template, handlers, stubs, time).addedTo(others);
    return new VirtualRun(template, start, time).run(inPlace, settings, input);
  }

  private WorkflowTest stub(String step, UnaryOperator<StepStub> change) {
    requireStep(step);
    stubs.put(step, change.apply(stubs.getOrDefault(step, StepStub.NONE)));
    return this;
  }

  private void requireStep(String step) {
    if (template.step(step).isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no step '%s'. Its steps: %s"
              .formatted(
                  template.identity(),
                  step,
                  template.steps().stream()
                      .map(StepDefinition::name)
                      .collect(Collectors.joining(", "))));
    }
  }
}
