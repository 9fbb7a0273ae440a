package io.tasker.worker;

import io.tasker.event.EventBus;
import io.tasker.worker.database.MessageTransport;
import io.tasker.worker.database.WorkerSession;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs handlers as a worker of a Tasker Core 0.1 cluster, over its PostgreSQL with PGMQ. The
 * orchestrator decides which step is next, when a failed one is tried again and when a task ends;
 * the worker runs the steps of its namespaces, with the arguments and outcomes that {@link
 * io.tasker.engine.LocalEngine} would give them.
 *
 * <pre>{@code
 * try (TaskerWorker worker =
 *     TaskerWorker.builder()
 *         .url("jdbc:postgresql://db.example.com/tasker?user=tasker")
 *         .provide(Gateway.class, gateway)
 *         .start()) {
 *   stopRequested.await();
 * }
 * }</pre>
 *
 * <p>All steps of a namespace go to one queue, so each worker of a namespace needs the handlers of
 * all its workflows, and workers in other languages must not share it.
 */
public final class TaskerWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskerWorker.class);
  private static final Duration TO_HAND_BACK = Duration.ofSeconds(5);
  private static final Duration FOR_EVENTS = Duration.ofSeconds(1);

  private final WorkerParts parts;
  private final StepLoop loop;
  private final MessageTransport.Listening listening;
  private final Duration shutdownDeadline;
  private final @Nullable HealthServer http;
  private final AtomicBoolean isClosing = new AtomicBoolean();

  TaskerWorker(
      WorkerParts parts,
      MessageTransport transport,
      WorkerSession session,
      List<String> namespaces,
      int concurrency,
      Duration pollInterval,
      Duration shutdownDeadline,
      @Nullable HealthServer http) {
    this.parts = parts;
    this.http = http;
    this.loop = new StepLoop(parts, transport, namespaces, concurrency, pollInterval);
    this.shutdownDeadline = shutdownDeadline;
    this.listening = transport.listen(session, namespaces, waiting());
    parts.heldBack().start();
    loop.start();
    if (http != null) {
      http.start(this::health);
    }
  }

  private MessageTransport.Waiting waiting() {
    return new MessageTransport.Waiting() {
      @Override
      public void wake() {
        loop.wake();
      }

      @Override
      public void connected() {
        parts.circuit().succeeded();
      }

      @Override
      public void lost() {
        parts.circuit().lost();
      }
    };
  }

  /**
   * Starts the description of a worker.
   *
   * @return a builder
   */
  public static TaskerWorkerBuilder builder() {
    return new TaskerWorkerBuilder();
  }

  /**
   * Returns how the worker is, without asking the database.
   *
   * @return the health
   */
  public WorkerHealth health() {
    int running = loop.running();
    if (isClosing.get()) {
      return new WorkerHealth(true, false, running, "The worker is shutting down");
    }
    if (!loop.isAlive()) {
      return new WorkerHealth(false, false, running, "The worker's loop has ended");
    }
    return parts.circuit().isOpen()
        ? new WorkerHealth(true, false, running, "The database cannot be reached")
        : new WorkerHealth(true, true, running, "The worker takes steps");
  }

  /**
   * Returns the port of the HTTP endpoint.
   *
   * @return the port, or empty if there is none, see {@link TaskerWorkerBuilder#httpPort}
   */
  public OptionalInt httpPort() {
    return http == null ? OptionalInt.empty() : OptionalInt.of(http.port());
  }

  /**
   * Returns the bus that carries the fast and broadcast events of this worker's steps in this
   * process, for subscribers that come and go.
   *
   * @return the bus
   */
  public EventBus events() {
    return parts.runner().eventBus();
  }

  /**
   * Ends the worker: takes no more steps, waits for those that run until the shutdown deadline,
   * stops the rest and fails them as retryable, so that the orchestrator has them tried again.
   * Events that wait for subscribers in this process have what is left of the time, or a second. A
   * second call does nothing. An interrupt ends the waiting, not the handing back.
   */
  @Override
  public void close() {
    if (!isClosing.compareAndSet(false, true)) {
      return;
    }
    long start = System.nanoTime();
    boolean isInterrupted = false;
    List<StepJob> running;
    try {
      loop.stop();
      running = loop.awaitJobs(shutdownDeadline);
    } catch (InterruptedException e) {
      isInterrupted = true;
      running = loop.jobs();
    }
    try {
      handBack(running);
    } catch (InterruptedException e) {
      isInterrupted = true;
    }
    // Only now may a worker with this id start and take what is left for orphans.
    listening.close();
    parts.circuit().abandon();
    parts.heldBack().close();
    Duration left = shutdownDeadline.minusNanos(System.nanoTime() - start);
    parts.runner().close(left.compareTo(FOR_EVENTS) > 0 ? left : FOR_EVENTS);
    parts.database().close();
    if (http != null) {
      http.close();
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void handBack(List<StepJob> left) throws InterruptedException {
    if (left.isEmpty()) {
      return;
    }
    LOG.warn("Steps that did not end within {}, handed back: {}", shutdownDeadline, left.size());
    left.forEach(job -> parts.runner().threads().execute(job::handBack));
    int lost = loop.awaitJobs(TO_HAND_BACK).size();
    if (lost > 0) {
      LOG.error("Steps that could not be handed back: {}", lost);
    }
  }
}
