package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.worker.database.ClusterDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers that share a namespace, and those that want the same id. */
@Timeout(120)
class TwoWorkersTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers();

  private TaskerWorkerBuilder worker() {
    return OneStep.worker(cluster, handlers);
  }

  @Test
  void twoWorkers_shareTheSteps_andNoneRunsTwice() {
    AtomicInteger calls = new AtomicInteger();
    handlers.with("a", i -> calls.incrementAndGet());
    List<UUID> tasks = new ArrayList<>();
    try (TaskerWorker one = worker().start();
        TaskerWorker two = worker().start()) {
      for (int i = 0; i < 50; i++) {
        UUID task = orchestrator.create("shop", "flow", "{}");
        tasks.add(task);
        // A second message, so that both have one for the same step.
        orchestrator.send(orchestrator.step(task, "a"));
      }
      for (UUID task : tasks) {
        orchestrator.runUntil(task, "a", "complete");
      }
      assertThat(one.health().isReady()).isTrue();
      assertThat(two.health().isReady()).isTrue();
    }
    assertThat(calls).hasValue(50);
    assertThat(cluster.text("select sum(attempts) from workflow_steps")).isEqualTo("50");
  }

  @Test
  void twoWorkersWithOneId_areRefused_alsoAfterAConnectionWasLost() {
    UUID id = UUID.randomUUID();
    handlers.with("a", i -> 1);
    try (TaskerWorker worker = worker().workerId(id).start()) {
      assertThatThrownBy(() -> worker().workerId(id).start())
          .isInstanceOf(WorkerStartException.class)
          .hasMessageContaining("A worker with the id " + id + " runs already");

      String holder = holder();
      cluster.cutConnections();
      awaitHolderOtherThan(holder);
      assertThatThrownBy(() -> worker().workerId(id).start())
          .isInstanceOf(WorkerStartException.class);
      assertThat(worker.health().isLive()).isTrue();
    }
    try (TaskerWorker next = worker().workerId(id).start()) {
      assertThat(next.health().isReady()).isTrue();
    }
  }

  private String holder() {
    return cluster.text(
        "select pid from pg_locks where locktype = 'advisory' and granted and database ="
            + " (select oid from pg_database where datname = current_database())");
  }

  private void awaitHolderOtherThan(String former) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    String holder = holder();
    while (holder.isEmpty() || holder.equals(former)) {
      assertThat(System.nanoTime()).as("the id is held by " + holder).isLessThan(deadline);
      holder = holder();
    }
  }
}
