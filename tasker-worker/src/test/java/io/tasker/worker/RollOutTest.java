package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.ClusterDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers of two versions of an application in one namespace. */
@Timeout(120)
class RollOutTest {
  private static final String OLD =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: a, handler: {callable: a}}
      """;
  private static final String NEW =
      """
      name: later_flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: b, handler: {callable: b}}
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);

  private TaskerWorkerBuilder worker(TestHandlers handlers, String template) {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(handlers.registry)
        .template("flow.yaml", template)
        .pollInterval(Duration.ofMillis(100));
  }

  private TaskerWorkerBuilder oldWorker() {
    return worker(new TestHandlers().with("a", i -> "old"), OLD);
  }

  private TaskerWorkerBuilder newWorker() {
    return worker(new TestHandlers().with("b", i -> "new"), NEW);
  }

  private List<TaskerWorker> oldWorkers(int count) {
    return Stream.generate(() -> oldWorker().start()).limit(count).toList();
  }

  private void awaitDeliveries(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String now;
    do {
      now = cluster.text("select coalesce(max(read_ct), 0) from pgmq.q_worker_shop_queue");
      assertThat(System.nanoTime()).as("%s deliveries", now).isLessThan(deadline);
    } while (Integer.parseInt(now) < count);
  }

  @Test
  void theStepsOfANewWorkflow_waitForItsWorker_howeverOftenOldWorkersGetThem() {
    newWorker().start().close();
    List<TaskerWorker> old = oldWorkers(3);
    try {
      UUID task = orchestrator.create("shop", "later_flow", "{}");
      awaitDeliveries(6);
      assertThat(orchestrator.state(task, "b")).isEqualTo("enqueued");
      try (TaskerWorker later = newWorker().start()) {
        orchestrator.runUntil(task, "b", "complete");
        assertThat(later.health().isReady()).isTrue();
      }
      assertThat(orchestrator.stored(task, "b", "result")).isEqualTo("new");
    } finally {
      old.forEach(TaskerWorker::close);
    }
  }

  @Test
  void aStepThatAConnectedWorkerKnows_neverFails_howeverOldItIs_andFailsWhenThatOneIsGone()
      throws Exception {
    CountDownLatch isBusy = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    TestHandlers busy =
        new TestHandlers()
            .with(
                "b",
                i -> {
                  isBusy.countDown();
                  mayEnd.await();
                  return "new";
                });
    List<TaskerWorker> old = List.of();
    try {
      try (TaskerWorker later = worker(busy, NEW).concurrency(1).start()) {
        UUID first = orchestrator.create("shop", "later_flow", "{}");
        isBusy.await();
        UUID second = orchestrator.create("shop", "later_flow", "{}");
        cluster.execute(
            "update pgmq.q_worker_shop_queue set enqueued_at = enqueued_at - interval '1 day'");
        old = oldWorkers(3);
        awaitDeliveries(8);
        assertThat(orchestrator.state(second, "b")).isEqualTo("enqueued");

        // The session is followed by another one, and the template is still served.
        cluster.cutConnections();
        awaitDeliveries(12);
        assertThat(orchestrator.state(second, "b")).isEqualTo("enqueued");

        mayEnd.countDown();
        orchestrator.runUntil(first, "b", "complete");
        orchestrator.runUntil(second, "b", "complete");
        assertThat(later.health().isLive()).isTrue();
      }
      UUID third = orchestrator.create("shop", "later_flow", "{}");
      cluster.execute(
          "update pgmq.q_worker_shop_queue set enqueued_at = enqueued_at - interval '1 day'");
      orchestrator.runUntil(third, "b", "error");
    } finally {
      mayEnd.countDown();
      old.forEach(TaskerWorker::close);
    }
  }

  @Test
  void aStepThatIsOlderThanItMayBe_isStillLeftToOthersForSomeDeliveries() {
    newWorker().start().close();
    UUID task = orchestrator.create("shop", "later_flow", "{}");
    cluster.execute(
        "update pgmq.q_worker_shop_queue set enqueued_at = enqueued_at - interval '1 day'");
    try (TaskerWorker old = oldWorker().start()) {
      orchestrator.runUntil(task, "b", "error");
      assertThat(old.health().isReady()).isTrue();
    }
    assertThat(cluster.text("select read_ct from pgmq.a_worker_shop_queue"))
        .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThanOrEqualTo(5));
    assertThat(orchestrator.stored(task, "b", "error,message"))
        .startsWith("No worker can run step 'b': ");
  }
}
