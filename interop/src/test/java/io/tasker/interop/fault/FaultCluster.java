package io.tasker.interop.fault;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.client.TaskerClient;
import io.tasker.interop.ClusterTasks;
import io.tasker.interop.RealCluster;
import io.tasker.worker.TaskerWorker;
import io.tasker.worker.TaskerWorkerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A cluster of a test's own, which the test may break. */
final class FaultCluster implements AutoCloseable {
  private static final int CREATORS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(4);

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
    ClusterTasks tasks = new ClusterTasks(client);
    UUID first = tasks.create(requests.get(0));
    ExecutorService creators = Executors.newFixedThreadPool(CREATORS);
    try {
      List<CompletableFuture<UUID>> others =
          requests.stream()
              .skip(1)
              .map(request -> CompletableFuture.supplyAsync(() -> tasks.create(request), creators))
              .toList();
      return Stream.concat(Stream.of(first), others.stream().map(CompletableFuture::join)).toList();
    } finally {
      creators.shutdownNow();
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
        () ->
            rows.tasks("steps_in_process") == tasks
                && rows.messages("worker_fault_queue") == tasks - running
                && rows.messages("orchestration_step_results") == 0,
        rows::summary);
  }

  @Override
  public void close() {
    client.close();
    cluster.close();
  }
}
