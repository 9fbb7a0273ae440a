package io.tasker.interop.fault;

import io.tasker.TaskRequest;
import io.tasker.client.TaskerClient;
import io.tasker.interop.ClusterTasks;
import io.tasker.interop.RealCluster;
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

  @Override
  public void close() {
    client.close();
    cluster.close();
  }
}
