package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.event.EngineListener;
import io.tasker.event.EventSubscriber;
import io.tasker.event.PublisherRegistry;
import io.tasker.event.StepEventPublisher;
import io.tasker.template.TaskTemplate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * What every engine is told: handlers and their templates, configuration and services, and who is
 * to hear of what happens. Extended by the builders of Tasker only.
 *
 * @param <B> the builder itself
 */
public abstract class EngineBuilder<B extends EngineBuilder<B>> {
  final EngineSettings settings = new EngineSettings();

  /** For the builders of Tasker. */
  protected EngineBuilder() {}

  @SuppressWarnings("unchecked") // each builder names itself
  private B self() {
    return (B) this;
  }

  /**
   * Sets the handlers. Without this, {@link HandlerRegistry#load()} finds them. The templates of
   * its modules are run, too.
   *
   * @param handlers the registry, not to be changed afterwards
   * @return this builder
   */
  public final B registry(HandlerRegistry handlers) {
    settings.registry = Objects.requireNonNull(handlers, "handlers");
    return self();
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
  public final B workflow(String namespace, String name) {
    settings.templates.choose(namespace, name);
    return self();
  }

  /**
   * Adds a template to run.
   *
   * @param template the template
   * @return this builder
   */
  public final B template(TaskTemplate template) {
    settings.templates.add(Objects.requireNonNull(template, "template"));
    return self();
  }

  /**
   * Adds a template to run, as YAML.
   *
   * @param fileName the name for messages
   * @param yaml the text
   * @return this builder
   */
  public final B template(String fileName, String yaml) {
    settings.templates.add(fileName, yaml);
    return self();
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
   * that values may come from environment variables and property files. The values stay in this
   * process: a cluster gets the template without them.
   *
   * @param namespace the namespace of the workflow
   * @param workflow the name of the workflow, in all its versions
   * @param step the name of the step
   * @param values the values by configuration key; anything that can be JSON, not null. A workflow,
   *     step or key that is not there and a value of a wrong type keep the engine from starting
   * @return this builder
   */
  public final B config(String namespace, String workflow, String step, Map<String, ?> values) {
    if (step.isEmpty()) {
      throw new IllegalArgumentException("A step has a name");
    }
    settings.config.add(namespace, workflow, step, values);
    return self();
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
  public final B config(String namespace, String workflow, Map<String, ?> values) {
    settings.config.add(namespace, workflow, "", values);
    return self();
  }

  /**
   * Gives handlers a service, as the argument of their {@code @Provided} parameters of the type.
   *
   * @param <S> the type of the service
   * @param type the type, exactly as the parameters have it
   * @param service the service, safe for use by several threads
   * @return this builder
   */
  public final <S> B provide(Class<S> type, S service) {
    settings.services.put(
        Objects.requireNonNull(type, "type"), Objects.requireNonNull(service, "service"));
    return self();
  }

  /**
   * Sets which overrides of the templates apply. Configuration that is given to this builder comes
   * on top of them.
   *
   * @param name the environment, {@code production} unless set, which is what Tasker Core's workers
   *     always use
   * @return this builder
   */
  public final B environment(String name) {
    settings.environment = Objects.requireNonNull(name, "name");
    return self();
  }

  /**
   * Adds someone to be told what happens.
   *
   * @param listener the listener
   * @return this builder
   */
  public final B listener(EngineListener listener) {
    settings.listeners.add(Objects.requireNonNull(listener, "listener"));
    return self();
  }

  /**
   * Adds a publisher, for events that name it.
   *
   * @param publisher the publisher, safe for use by several threads
   * @return this builder
   * @throws IllegalArgumentException if its name is blank or there is one of that name
   * @throws IllegalStateException if an engine was built before, which froze the publishers
   */
  public final B publisher(StepEventPublisher publisher) {
    settings.events.publishers.register(publisher);
    return self();
  }

  /**
   * Sets the publishers, in the place of those added so far.
   *
   * @param registry the publishers; frozen when the engine starts
   * @return this builder
   */
  public final B publishers(PublisherRegistry registry) {
    settings.events.publishers = Objects.requireNonNull(registry, "registry");
    return self();
  }

  /**
   * Adds a subscriber to domain events in this process.
   *
   * @param pattern the names it wants, see {@link io.tasker.event.EventPattern}
   * @param subscriber the subscriber
   * @return this builder
   */
  public final B subscribe(String pattern, EventSubscriber subscriber) {
    settings.events.subscribe(
        Objects.requireNonNull(pattern, "pattern"),
        Objects.requireNonNull(subscriber, "subscriber"));
    return self();
  }

  /**
   * Sets how many domain events may wait for the publishers, for the sink and for each subscriber.
   * One that finds no room is dropped there, counted and told to the listeners.
   *
   * @param count the number, 2000 unless set
   * @return this builder
   */
  public final B eventBuffer(int count) {
    settings.events.buffer = count;
    return self();
  }

  /**
   * Sets where publishers, the sink and subscribers are called. Without this, the engine has
   * threads for it. The publishers, the sink and each subscriber take a thread while they have
   * something to do, so an executor with fewer threads lets some of them wait.
   *
   * @param eventExecutor the executor, which the application closes after the engine
   * @return this builder
   */
  public final B eventExecutor(Executor eventExecutor) {
    settings.events.executor = Objects.requireNonNull(eventExecutor, "eventExecutor");
    return self();
  }

  /**
   * Builds what runs single steps, for engines that are told which step is next.
   *
   * @return the runner, to be closed by the caller
   * @throws io.tasker.NoHandlersException if there are no handlers at all
   * @throws io.tasker.DuplicateHandlerException if the modules found on the class path claim a
   *     callable twice
   * @throws io.tasker.EngineConfigurationException if a template, a handler, configuration or a
   *     service is missing or does not fit, an event names a publisher that is not there or has a
   *     schema that cannot be used, a subscriber has a pattern that matches nothing, or a bound is
   *     not positive; names all problems at once
   */
  protected final StepRunner stepRunner() {
    return settings.stepRunner();
  }
}
