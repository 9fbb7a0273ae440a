package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.event.EngineListener;
import io.tasker.event.EventBus;
import io.tasker.event.StepOutcome;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.event.Firing;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Runs single steps for whoever knows which step is next, such as a worker of a cluster. Arguments
 * are bound and outcomes are read as {@link LocalEngine} does with {@code jsonRoundTrip(true)};
 * there are no tasks, no queues and no retries here. Safe for use by several threads.
 */
public final class StepRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final WorkflowSources sources;
  private final List<RunnableWorkflow> workflows;
  private final JacksonCodec codec;
  private final OutcomeReader outcomes;
  private final StepLogFields logFields;
  private final SystemTimer timer = new SystemTimer();
  private final ExecutorService threads = EngineThreads.create();
  private final Listeners listeners;
  private final StepEvents events;
  private final List<Runnable> owned = new ArrayList<>();

  StepRunner(
      EngineParts parts, Listeners listeners, EventSettings events, StepLogFields logFields) {
    this.sources = parts.sources();
    this.workflows = List.copyOf(parts.workflows());
    this.codec = parts.codec();
    this.outcomes = new OutcomeReader(codec, true);
    this.logFields = logFields;
    this.listeners = listeners;
    this.events =
        new StepEvents(events.start(parts.subscriptions(), codec, listeners, owned), timer);
  }

  /**
   * Starts the description of a runner.
   *
   * @return a builder
   */
  public static StepRunnerBuilder builder() {
    return new StepRunnerBuilder();
  }

  /**
   * Returns the workflows it was built with.
   *
   * @return the workflows; unmodifiable
   */
  public List<RunnableWorkflow> workflows() {
    return workflows;
  }

  /**
   * Returns the workflow of a template: one it was built with if the template is equal, else a new
   * one.
   *
   * @param template the template
   * @return the workflow
   * @throws EngineConfigurationException if the template cannot be run with the handlers, services
   *     and configuration there are; names all problems at once
   */
  public synchronized RunnableWorkflow workflow(TaskTemplate template) {
    for (RunnableWorkflow workflow : workflows) {
      if (workflow.template().equals(template)) {
        return workflow;
      }
    }
    List<String> problems = new ArrayList<>();
    Optional<RunnableWorkflow> compiled = sources.compile(template, problems);
    if (compiled.isEmpty() || !problems.isEmpty()) {
      throw new EngineConfigurationException(problems);
    }
    return compiled.get();
  }

  /**
   * Returns threads of the operating system for handlers and what goes with them. There is no bound
   * to their number.
   *
   * @return the threads, which end with the runner
   */
  public Executor threads() {
    return threads;
  }

  /**
   * Prepares an attempt, which is made by running it.
   *
   * @param call the attempt
   * @param whenEnded is told once how the attempt ended, on the handler's thread, on that of the
   *     stage it returned or, after a timeout, on a timer's; must not throw
   * @return the attempt, to be run once, on the thread that the handler shall run on
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public RunningStep prepare(StepCall call, Consumer<StepEnd> whenEnded) {
    return new RunningStep(this, call, step(call), whenEnded);
  }

  private static CompiledStep step(StepCall call) {
    CompiledWorkflow workflow = call.workflow().compiled();
    CompiledStep step =
        workflow
            .plan()
            .step(call.templateStep())
            .map(plan -> workflow.steps().get(plan.index()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no step '%s'".formatted(workflow.identity(), call.templateStep())));
    JsonNode given = call.batch();
    if (given == null) {
      return step;
    }
    JsonNode cursor = given.path("cursor");
    StepPlan batch =
        step.plan().batch(workflow.plan().steps().size(), cursor.path("batch_id").asString(""));
    return step.batch(
        batch, new BatchInput(batch, cursor, given.path("is_no_op").asBoolean(false)));
  }

  /**
   * Returns the domain events of an outcome that is about to be stored. Those that are durable are
   * ready then: their publishers were called, on another thread, and each had a few seconds.
   *
   * @param call the attempt
   * @param outcome how it ended
   * @param result the result, not to be changed afterwards; of no meaning for a failure
   * @param byHand what the handler said of the events
   * @return the events, to be told when the outcome is stored
   */
  public OutcomeEvents events(
      StepCall call, StepOutcome outcome, JsonNode result, EventsByHand byHand) {
    List<Firing> firings;
    try {
      firings =
          events.firings(
              call.workflow().compiled().events(call.templateStep()),
              outcome,
              byHand.said(),
              () -> result);
    } catch (RuntimeException e) {
      // An event must not fail the step it tells of, not even where the engine is wrong.
      LOG.error("The events of step '{}' of task {} are lost", call.name(), call.taskUuid(), e);
      firings = List.of();
    }
    return OutcomeEvents.of(firings, events.dispatch(), threads);
  }

  /**
   * Returns the bus that carries domain events in this process, for subscribers that come and go.
   *
   * @return the bus
   */
  public EventBus eventBus() {
    return events.dispatch().bus();
  }

  /**
   * Returns all listeners as one that throws nothing.
   *
   * @return the listener
   */
  public EngineListener listener() {
    return listeners;
  }

  JacksonCodec codec() {
    return codec;
  }

  OutcomeReader outcomes() {
    return outcomes;
  }

  StepLogFields logFields() {
    return logFields;
  }

  SystemTimer timer() {
    return timer;
  }

  /**
   * Publishes the events that wait, or drops them when the time is over; then interrupts the
   * handlers that run on its threads and frees what they were given by it.
   *
   * @param forEvents the longest wait for events; an interrupt ends it
   */
  public void close(Duration forEvents) {
    try {
      events.dispatch().close(forEvents);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
    timer.close();
    owned.forEach(Runnable::run);
    sources.close();
  }

  /** Drops events that wait, and in all else does what {@link #close(Duration)} does. */
  @Override
  public void close() {
    close(Duration.ZERO);
  }
}
