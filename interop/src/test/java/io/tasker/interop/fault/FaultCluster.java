package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.client.ClusterException;
import io.tasker.client.TaskerClient;
import io.tasker.interop.ClusterTasks;
import io.tasker.interop.RealCluster;
import io.tasker.worker.TaskerWorker;
import io.tasker.worker.TaskerWorkerBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A cluster of a test's own, which the test may break. */
final class FaultCluster implements AutoCloseable {
  private static final int CREATORS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final RealCluster cluster = RealCluster.start();
  private final ClusterRows rows = new ClusterRows(cluster.jdbcUrl());
  private final TaskerClient client = TaskerClient.builder(cluster.restUrl()).build();

  /** Returns what can be broken. */
  RealCluster real() {
    return cluster;
  }

  ClusterRows rows() {
    return rows;
  }

  /** Starts the description of a worker. */
  TaskerWorkerBuilder worker(HandlerRegistry handlers, String template) {
    return TaskerWorker.builder()
        .url(cluster.jdbcUrl())
        .registry(handlers)
        .template("template.yaml", template);
  }

  /**
   * Creates tasks, some at a time; returns their ids in the order of the requests. The first one is
   * alone: the orchestrator learns the names of its steps from it, and fails all others that would
   * teach it the same names at once.
   */
  List<UUID> create(List<TaskRequest> requests) {
    UUID first = create(requests.get(0));
    ExecutorService creators = Executors.newFixedThreadPool(CREATORS);
    try {
      List<CompletableFuture<UUID>> others =
          requests.stream()
              .skip(1)
              .map(request -> CompletableFuture.supplyAsync(() -> create(request), creators))
              .toList();
      return Stream.concat(Stream.of(first), others.stream().map(CompletableFuture::join)).toList();
    } finally {
      creators.shutdownNow();
    }
  }

  // The orchestrator takes tasks as fast as it gets on with them.
  private UUID create(TaskRequest request) {
    while (true) {
      try {
        return new ClusterTasks(client).create(request);
      } catch (ClusterException e) {
        if (e.kind() != ClusterException.Kind.OVERLOADED) {
          throw e;
        }
        LockSupport.parkNanos(e.retryAfter().orElse(Duration.ofSeconds(1)).toNanos());
      }
    }
  }

  /** Waits until so many tasks are complete. */
  void awaitComplete(int tasks) {
    Await.until(LONGEST, () -> rows.tasks("complete") >= tasks, rows::summary);
  }

  /**
   * Waits until the orchestrator has nothing to do: each task has one step, which is in the queue
   * of the workers or runs. Whatever breaks then is the workers' to overcome; what breaks while
   * Tasker Core 0.1.8 enqueues a step, it does not take up again.
   *
   * @param tasks how many tasks there are
   * @param running how many of their steps run
   */
  void awaitIdleOrchestrator(int tasks, int running) {
    Await.until(
        LONGEST,
        () -> {
          int queued = rows.steps("enqueued");
          return rows.messages("orchestration_step_results") == 0
              && rows.messages("worker_fault_queue") >= queued
              && rows.steps("in_progress") == running
              && queued + running >= tasks - rows.forgotten()
              && rows.tasks("enqueuing_steps") == 0;
        },
        rows::summary);
  }

  /** Checks that each step of tasks with so many steps each had one attempt, which ran once. */
  void assertEachStepRanOnce(int tasks, int steps, Collection<Execution> seen) {
    int forgotten = rows.forgotten();
    if (forgotten > 0) {
      System.out.printf("The orchestrator has forgotten %d of %d tasks%n", forgotten, tasks);
    }
    assertThat(forgotten).isLessThanOrEqualTo(Math.max(1, tasks / 50));
    assertThat(rows.steps())
        .hasSize((tasks - forgotten) * steps)
        .allMatch(step -> step.attempts() == 1)
        .allMatch(step -> step.state().equals("complete"));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(rows.counted());
  }

  @Override
  public void close() {
    client.close();
    cluster.close();
  }
}
