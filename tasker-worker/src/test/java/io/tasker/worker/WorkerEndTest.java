package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.ClusterDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the steps of a worker that ends in order. */
@Timeout(120)
class WorkerEndTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers();

  private TaskerWorkerBuilder worker() {
    return OneStep.worker(cluster, handlers);
  }

  @Test
  void aStepThatDoesNotEndBeforeTheWorkerDoes_isHandedBack() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    handlers.with(
        "a",
        i -> {
          running.countDown();
          try {
            return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
    UUID task;
    try (TaskerWorker worker = worker().shutdownDeadline(Duration.ofMillis(50)).start()) {
      task = orchestrator.create("shop", "flow", "{}");
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(worker.health().runningSteps()).isEqualTo(1);
    }
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(orchestrator.state(task, "a")).isEqualTo("enqueued_as_error_for_orchestration");
    assertThat(orchestrator.stored(task, "a", "metadata,error_type")).isEqualTo("worker_shutdown");
    assertThat(orchestrator.stored(task, "a", "metadata,retryable")).isEqualTo("true");

    assertThat(orchestrator.takeResult()).isTrue();
    assertThat(orchestrator.state(task, "a")).isEqualTo("enqueued");
  }

  @Test
  void aWorkerThatEnds_waitsForItsStepsFirst() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch ending = new CountDownLatch(1);
    handlers.with(
        "a",
        i -> {
          running.countDown();
          ending.await();
          return "done";
        });
    TaskerWorker worker = worker().start();
    UUID task = orchestrator.create("shop", "flow", "{}");
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(worker::close);
    closing.start();
    while (worker.health().isReady()) {
      Thread.onSpinWait();
    }
    assertThat(worker.health().detail()).isEqualTo("The worker is shutting down");
    ending.countDown();
    closing.join(30_000);

    assertThat(closing.isAlive()).isFalse();
    assertThat(orchestrator.state(task, "a")).isEqualTo("enqueued_for_orchestration");
  }
}
