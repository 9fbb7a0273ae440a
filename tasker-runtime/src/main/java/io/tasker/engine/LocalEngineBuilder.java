package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.IdentityStrategy;
import io.tasker.NoHandlersException;
import io.tasker.event.EngineListener;
import io.tasker.event.EventSink;
import io.tasker.event.EventSubscriber;
import io.tasker.event.PublisherRegistry;
import io.tasker.event.StepEventPublisher;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.slf4j.spi.MDCAdapter;

/** Describes a {@link LocalEngine}. Everything that is wrong is reported by {@link #build()}. */
public final class LocalEngineBuilder {
  private final EngineSettings settings = new EngineSettings();

  LocalEngineBuilder() {}

  /**
   * Sets the handlers. Without this, {@link HandlerRegistry#load()} finds them. The templates of
   * its modules are run, too.
   *
   * @param handlers the registry, not to be changed afterwards
   * @return this builder
   */
  public LocalEngineBuilder registry(HandlerRegistry handlers) {
    settings.registry = Objects.requireNonNull(handlers, "handlers");
    return this;
  }

  /**
   * Chooses a workflow among those that the modules of the registry bring: the engine runs the
   * chosen ones only, and needs only the services that they need. Without this, it runs all.
   * Templates that are given to this builder are run in any case.
   *
   * @param namespace the namespace of the workflow
   * @param name the name of the workflow, in all its versions
   * @return this builder
   */
  public LocalEngineBuilder workflow(String namespace, String name) {
    settings.templates.choose(namespace, name);
    return this;
  }

  /**
   * Adds a template to run.
   *
   * @param template the template
   * @return this builder
   */
  public LocalEngineBuilder template(TaskTemplate template) {
    settings.templates.add(Objects.requireNonNull(template, "template"));
    return this;
  }

  /**
   * Adds a template to run, as YAML.
   *
   * @param fileName the name for messages
   * @param yaml the text
   * @return this builder
   */
  public LocalEngineBuilder template(String fileName, String yaml) {
    settings.templates.add(fileName, yaml);
    return this;
  }

  /**
   * Configures one step: the values its {@code @Config} parameters read. The engine runs the
   * template with these values in the step's {@code handler.initialization}, where they take the
   * place of what the template, its {@linkplain #environment environment} and {@linkplain
   * #config(String, String, Map) the configuration of the workflow} say; of two calls the later
   * wins.
   *
   * <pre>{@code
   * LocalEngine.builder()
   *     .config("ecommerce", "order_processing", "ship_order", Map.of("carrier", "north", "limit", 20))
   * }</pre>
   *
   * <p>A text is also read as a number, a boolean or JSON where the parameter asks for that, so
   * that values may come from environment variables and property files.
   *
   * @param namespace the namespace of the workflow
   * @param workflow the name of the workflow, in all its versions
   * @param step the name of the step
   * @param values the values by configuration key; anything that can be JSON, not null. {@link
   *     #build()} reports a workflow, step or key that is not there and a value of a wrong type
   * @return this builder
   */
  public LocalEngineBuilder config(
      String namespace, String workflow, String step, Map<String, ?> values) {
    if (step.isEmpty()) {
      throw new IllegalArgumentException("A step has a name");
    }
    settings.config.add(namespace, workflow, step, values);
    return this;
  }

  /**
   * Configures all steps of a workflow: each gets those of the values that its handler reads, a
   * hand-written handler and one that takes the {@code StepContext} all of them. In all else as
   * {@link #config(String, String, String, Map)}.
   *
   * @param namespace the namespace of the workflow
   * @param workflow the name of the workflow, in all its versions
   * @param values the values by configuration key, each read by at least one step
   * @return this builder
   */
  public LocalEngineBuilder config(String namespace, String workflow, Map<String, ?> values) {
    settings.config.add(namespace, workflow, "", values);
    return this;
  }

  /**
   * Gives handlers a service, as the argument of their {@code @Provided} parameters of the type.
   *
   * @param <S> the type of the service
   * @param type the type, exactly as the parameters have it
   * @param service the service, safe for use by several threads
   * @return this builder
   */
  public <S> LocalEngineBuilder provide(Class<S> type, S service) {
    settings.services.put(
        Objects.requireNonNull(type, "type"), Objects.requireNonNull(service, "service"));
    return this;
  }

  /**
   * Sets where handlers run. Without this, the engine has threads of its own: virtual ones where
   * the JDK has them. A handler that ignores its timeout keeps its thread, so an executor with a
   * fixed number of threads can run out of them.
   *
   * @param handlerExecutor the executor, which the application closes; may run on the caller's
   *     thread, which for a retry is the timer's: other waits are then late by as long as the
   *     handler takes
   * @return this builder
   */
  public LocalEngineBuilder executor(Executor handlerExecutor) {
    settings.executor = Objects.requireNonNull(handlerExecutor, "handlerExecutor");
    return this;
  }

  /**
   * Sets the sense of time, for tests in virtual time.
   *
   * @param engineTimer the timer, which the application closes
   * @return this builder
   */
  public LocalEngineBuilder timer(EngineTimer engineTimer) {
    settings.timer = Objects.requireNonNull(engineTimer, "engineTimer");
    return this;
  }

  /**
   * Sets where tasks are kept. Without this, in memory.
   *
   * @param taskStore the store
   * @return this builder
   */
  public LocalEngineBuilder store(TaskStore taskStore) {
    settings.store = Objects.requireNonNull(taskStore, "taskStore");
    return this;
  }

  /**
   * Sets when two requests ask for one task; the second is then refused. How long a task counts is
   * up to the store: in memory, while it lives and for the next 10,000 tasks that end.
   *
   * @param strategy the strategy, {@link IdentityStrategy#ALWAYS_UNIQUE} unless set
   * @return this builder
   */
  public LocalEngineBuilder identity(IdentityStrategy strategy) {
    settings.identity = Objects.requireNonNull(strategy, "strategy");
    return this;
  }

  /**
   * Sets whether inputs and results go through JSON text between steps, as on a cluster. Off unless
   * set: values then pass by reference where the types allow.
   *
   * @param isOn true to convert always
   * @return this builder
   */
  public LocalEngineBuilder jsonRoundTrip(boolean isOn) {
    settings.isRoundTrip = isOn;
    return this;
  }

  /**
   * Adds someone to be told what happens.
   *
   * @param listener the listener
   * @return this builder
   */
  public LocalEngineBuilder listener(EngineListener listener) {
    settings.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets how many steps run at once, those that wait for a {@code CompletionStage} included.
   *
   * @param steps the number, 10 unless set
   * @return this builder
   */
  public LocalEngineBuilder concurrency(int steps) {
    settings.concurrency = steps;
    return this;
  }

  /**
   * Sets how many tasks there may be at once; more are rejected.
   *
   * @param tasks the number, 10,000 unless set
   * @return this builder
   */
  public LocalEngineBuilder maxLiveTasks(int tasks) {
    settings.maxLiveTasks = tasks;
    return this;
  }

  /**
   * Sets how long {@link LocalEngine#close()} waits for running tasks.
   *
   * @param deadline the longest wait, 30 s unless set
   * @return this builder
   */
  public LocalEngineBuilder shutdownDeadline(Duration deadline) {
    settings.shutdownDeadline = Objects.requireNonNull(deadline, "deadline");
    return this;
  }

  /**
   * Sets which overrides of the templates apply. Configuration that is given to this builder comes
   * on top of them.
   *
   * @param name the environment, {@code production} unless set, which is what Tasker Core's workers
   *     always use
   * @return this builder
   */
  public LocalEngineBuilder environment(String name) {
    settings.environment = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * Sets how the waits of retry policies are varied.
   *
   * @param factor draws the factor of a wait, between 0 and 2; without this, between 0.9 and 1.1 at
   *     random
   * @return this builder
   */
  public LocalEngineBuilder jitter(DoubleSupplier factor) {
    settings.jitter = Objects.requireNonNull(factor, "factor");
    return this;
  }

  /**
   * Adds a publisher, for events that name it.
   *
   * @param publisher the publisher, safe for use by several threads
   * @return this builder
   * @throws IllegalArgumentException if its name is blank or there is one of that name
   * @throws IllegalStateException if an engine was built before, which froze the publishers
   */
  public LocalEngineBuilder publisher(StepEventPublisher publisher) {
    settings.events.publishers.register(publisher);
    return this;
  }

  /**
   * Sets the publishers, in the place of those added so far.
   *
   * @param registry the publishers; frozen when the engine starts
   * @return this builder
   */
  public LocalEngineBuilder publishers(PublisherRegistry registry) {
    settings.events.publishers = Objects.requireNonNull(registry, "registry");
    return this;
  }

  /**
   * Sets where durable events go. Without this, they stay in the process as fast ones do, which the
   * engine logs once when it starts.
   *
   * @param sink the sink, which the application closes after the engine
   * @return this builder
   */
  public LocalEngineBuilder eventSink(EventSink sink) {
    settings.events.sink = Objects.requireNonNull(sink, "sink");
    return this;
  }

  /**
   * Adds a subscriber to domain events in this process.
   *
   * @param pattern the names it wants, see {@link io.tasker.event.EventPattern}
   * @param subscriber the subscriber
   * @return this builder
   */
  public LocalEngineBuilder subscribe(String pattern, EventSubscriber subscriber) {
    settings.events.subscribe(
        Objects.requireNonNull(pattern, "pattern"),
        Objects.requireNonNull(subscriber, "subscriber"));
    return this;
  }

  /**
   * Sets how many domain events may wait for the publishers, for the sink and for each subscriber.
   * One that finds no room is dropped there, counted and told to the listeners.
   *
   * @param count the number, 2000 unless set
   * @return this builder
   */
  public LocalEngineBuilder eventBuffer(int count) {
    settings.events.buffer = count;
    return this;
  }

  /**
   * Sets where publishers, the sink and subscribers are called. Without this, the engine has
   * threads for it. The publishers, the sink and each subscriber take a thread while they have
   * something to do, so an executor with fewer threads lets some of them wait.
   *
   * @param eventExecutor the executor, which the application closes after the engine
   * @return this builder
   */
  public LocalEngineBuilder eventExecutor(Executor eventExecutor) {
    settings.events.executor = Objects.requireNonNull(eventExecutor, "eventExecutor");
    return this;
  }

  /** Sets the logging context, for tests of what handlers log. */
  LocalEngineBuilder logContext(MDCAdapter adapter) {
    settings.logContext = adapter;
    return this;
  }

  /**
   * Starts the engine.
   *
   * @return the engine, to be closed by the caller
   * @throws NoHandlersException if there are no handlers at all
   * @throws io.tasker.DuplicateHandlerException if the modules found on the class path claim a
   *     callable twice
   * @throws EngineConfigurationException if a template is not valid or there twice, names a handler
   *     that is not registered or has an input schema that cannot be used, if a handler needs a
   *     step, a configuration key or a service that is not there, if configuration is given to a
   *     workflow, step or key that is not there or does not fit its parameter, if an event names a
   *     publisher that is not there or has a schema that cannot be used, if a subscriber has a
   *     pattern that matches nothing, or if a bound is not positive; names all of these at once
   */
  public LocalEngine build() {
    return settings.build();
  }
}
