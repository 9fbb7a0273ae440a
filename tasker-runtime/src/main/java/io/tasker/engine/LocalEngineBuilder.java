package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.IdentityStrategy;
import io.tasker.NoHandlersException;
import io.tasker.event.EventSink;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.slf4j.spi.MDCAdapter;

/** Describes a {@link LocalEngine}. Everything that is wrong is reported by {@link #build()}. */
public final class LocalEngineBuilder extends EngineBuilder<LocalEngineBuilder> {
  private final LocalSettings local = new LocalSettings();

  LocalEngineBuilder() {}

  /**
   * Sets where handlers run, and what is chained to {@link io.tasker.TaskHandle#completion()}.
   * Without this, the engine has threads of its own: those of the operating system, or virtual ones
   * if the JDK has them and more than 256 steps may run at once. A handler that ignores its timeout
   * keeps its thread, so an executor with a fixed number of threads can run out of them. So can
   * virtual threads, which share as many threads as there are processors, if handlers compute
   * without an end.
   *
   * @param handlerExecutor the executor, which the application closes; may run on the caller's
   *     thread, which for a retry is the timer's: other waits are then late by as long as the
   *     handler or the callback takes
   * @return this builder
   */
  public LocalEngineBuilder executor(Executor handlerExecutor) {
    local.executor = Objects.requireNonNull(handlerExecutor, "handlerExecutor");
    return this;
  }

  /**
   * Sets the sense of time, for tests in virtual time.
   *
   * @param engineTimer the timer, which the application closes
   * @return this builder
   */
  public LocalEngineBuilder timer(EngineTimer engineTimer) {
    local.timer = Objects.requireNonNull(engineTimer, "engineTimer");
    return this;
  }

  /**
   * Sets where tasks are kept. Without this, in memory.
   *
   * @param taskStore the store
   * @return this builder
   */
  public LocalEngineBuilder store(TaskStore taskStore) {
    local.store = Objects.requireNonNull(taskStore, "taskStore");
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
    local.identity = Objects.requireNonNull(strategy, "strategy");
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
    local.isRoundTrip = isOn;
    return this;
  }

  /**
   * Sets how many steps run at once, those that wait for a {@code CompletionStage} included.
   *
   * @param steps the number, 10 unless set
   * @return this builder
   */
  public LocalEngineBuilder concurrency(int steps) {
    local.concurrency = steps;
    return this;
  }

  /**
   * Sets how many tasks there may be at once; more are rejected.
   *
   * @param tasks the number, 10,000 unless set
   * @return this builder
   */
  public LocalEngineBuilder maxLiveTasks(int tasks) {
    local.maxLiveTasks = tasks;
    return this;
  }

  /**
   * Sets how long {@link LocalEngine#close()} waits for running tasks.
   *
   * @param deadline the longest wait, 30 s unless set
   * @return this builder
   */
  public LocalEngineBuilder shutdownDeadline(Duration deadline) {
    local.shutdownDeadline = Objects.requireNonNull(deadline, "deadline");
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
    local.jitter = Objects.requireNonNull(factor, "factor");
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

  /** Sets the logging context, for tests of what handlers log. */
  LocalEngineBuilder logContext(MDCAdapter adapter) {
    local.logContext = adapter;
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
    return local.build(settings);
  }
}
