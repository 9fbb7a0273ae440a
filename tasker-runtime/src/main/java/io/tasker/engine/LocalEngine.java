package io.tasker.engine;

import io.tasker.TaskEngine;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.event.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks in this JVM. Results pass from step to step by reference where the types allow; a task
 * that fails half-way keeps what is complete.
 *
 * <pre>{@code
 * try (LocalEngine engine =
 *     LocalEngine.builder().registry(HandlerRegistry.load()).provide(Gateway.class, gateway).build()) {
 *   TaskResult result = engine.submit(TaskRequest.of("ecommerce", "order_processing").input(order)).await();
 *   Receipt receipt = result.orThrow().result("send_receipt", Receipt.class);
 * }
 * }</pre>
 */
public final class LocalEngine implements TaskEngine {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);
  private static final Duration AFTER_CANCEL = Duration.ofSeconds(1);

  private final EngineRuntime runtime;
  private final WorkflowDirectory workflows;
  private final TaskStore store;
  private final TaskIdentities identities;
  private final LiveTasks live;
  private final Duration shutdownDeadline;
  private final List<Runnable> owned;
  private final TaskIds ids = new TaskIds();

  LocalEngine(
      EngineRuntime runtime,
      WorkflowDirectory workflows,
      TaskStore store,
      TaskIdentities identities,
      int maxLiveTasks,
      Duration shutdownDeadline,
      List<Runnable> owned) {
    this.runtime = runtime;
    this.workflows = workflows;
    this.store = store;
    this.identities = identities;
    this.live = new LiveTasks(maxLiveTasks);
    this.shutdownDeadline = shutdownDeadline;
    this.owned = List.copyOf(owned);
  }

  /**
   * Starts the description of an engine.
   *
   * @return a builder
   */
  public static LocalEngineBuilder builder() {
    return new LocalEngineBuilder();
  }

  @Override
  public TaskHandle submit(TaskRequest request) {
    Objects.requireNonNull(request, "request");
    CompiledWorkflow workflow = workflows.find(request);
    TaskInput input = TaskInput.of(request.input(), workflow, runtime);
    Optional<String> identity = identities.of(request, workflow.identity(), input);
    live.enter();
    LocalTask task;
    try {
      task = accept(request, workflow, input, identity);
    } catch (RuntimeException | Error e) {
      live.leave();
      throw e;
    }
    live.add(task);
    task.start();
    return task;
  }

  @Override
  public Optional<TaskHandle> find(UUID task) {
    return live.find(task);
  }

  /**
   * Returns the bus that carries the domain events of steps in this process, for subscribers that
   * come and go.
   *
   * @return the bus
   */
  public EventBus events() {
    return runtime.events().dispatch().bus();
  }

  /** Returns how many attempts wait for a slot. */
  int waitingAttempts() {
    return runtime.slots().waiting();
  }

  private LocalTask accept(
      TaskRequest request, CompiledWorkflow workflow, TaskInput input, Optional<String> identity) {
    Instant now = runtime.timer().now();
    UUID id = ids.task(now);
    AcceptedTask accepted =
        new AcceptedTask(
            id,
            request.correlationId().orElse(id),
            workflow.plan().template().version(),
            request,
            now,
            identity);
    return new LocalTask(runtime, workflow, accepted, store.accept(accepted), input, live);
  }

  /**
   * Accepts no more tasks, waits for the running ones until the shutdown deadline of the builder,
   * then cancels those that are left. A second call does nothing.
   */
  @Override
  public void close() {
    close(shutdownDeadline);
  }

  /**
   * Accepts no more tasks, waits for the running ones, then cancels those that are left. Domain
   * events that wait are published in what is left of the time, or in a second if there is less;
   * then they are dropped. A second call does nothing. If the thread is interrupted, the tasks are
   * cancelled at once.
   *
   * @param deadline the longest wait, in real time; zero to cancel at once
   */
  public void close(Duration deadline) {
    if (!live.close()) {
      return;
    }
    long start = System.nanoTime();
    boolean isInterrupted = false;
    try {
      if (!live.awaitNone(deadline)) {
        cancelRest();
      }
      Duration left = deadline.minusNanos(System.nanoTime() - start);
      runtime.events().dispatch().close(left.compareTo(AFTER_CANCEL) > 0 ? left : AFTER_CANCEL);
    } catch (InterruptedException e) {
      isInterrupted = true;
      live.cancelAll("the engine was closed");
      runtime.events().dispatch().dropRest();
    }
    owned.forEach(Runnable::run);
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    LOG.info("Engine closed");
  }

  private void cancelRest() throws InterruptedException {
    live.cancelAll("the engine was closed");
    if (!live.awaitNone(AFTER_CANCEL)) {
      LOG.warn("Engine closed while tasks were still being cancelled");
    }
  }
}
