package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.ClusterDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong around steps: none is lost, none runs again after it is complete. */
@Timeout(120)
class WorkerFaultsTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers();

  private TaskerWorkerBuilder worker() {
    return OneStep.worker(cluster, handlers);
  }

  @Test
  void aConnectionThatIsLostWhileAHandlerRuns_losesNoResult() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    handlers.with(
        "a",
        i -> {
          running.countDown();
          cut.await();
          return "done";
        });
    try (TaskerWorker worker = worker().start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
      cluster.cutConnections();
      cut.countDown();
      orchestrator.runUntil(task, "a", "complete");

      assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("done");
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(attempts()).isEqualTo("1");
  }

  @Test
  void connectionsThatAreLostAgainAndAgain_loseNoStepAndRunNoneTwice() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    handlers.with("a", i -> calls.incrementAndGet());
    List<UUID> tasks = new ArrayList<>();
    try (TaskerWorker worker = worker().start()) {
      for (int i = 0; i < 40; i++) {
        tasks.add(orchestrator.create("shop", "flow", "{}"));
        if (i % 4 == 3) {
          cluster.cutConnections();
        }
      }
      for (UUID task : tasks) {
        orchestrator.runUntil(task, "a", "complete");
      }
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(cluster.text("select sum(attempts) from workflow_steps")).isEqualTo("40");
    assertThat(calls).hasValue(40);
  }

  @Test
  void aHandlerThatLeavesItsThreadInterrupted_keepsItsResultAndItsEvents() {
    handlers.with(
        "a",
        i -> {
          Thread.currentThread().interrupt();
          return "done";
        });
    try (TaskerWorker worker =
        TaskerWorker.builder()
            .url(cluster.url())
            .registry(handlers.registry)
            .template(
                "flow.yaml",
                OneStep.TEMPLATE.replace(
                    "{callable: a}",
                    "{callable: a}, publishes_events:"
                        + " [{name: a.ended, description: x, schema: {}}]"))
            .start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");

      assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("done");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(cluster.text("select count(*) from pgmq.q_shop_domain_events")).isEqualTo("1");
  }

  @Test
  void aMessageThatComesTwice_runsItsStepOnce() {
    AtomicInteger calls = new AtomicInteger();
    handlers.with("a", i -> calls.incrementAndGet());
    try (TaskerWorker worker = worker().start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.send(orchestrator.step(task, "a"));
      orchestrator.runUntil(task, "a", "complete");
      orchestrator.send(orchestrator.step(task, "a"));
      awaitEmptyQueue();

      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(calls).hasValue(1);
    assertThat(cluster.text("select count(*) from pgmq.a_worker_shop_queue")).isEqualTo("3");
  }

  @Test
  void messagesThatAreNone_andThoseForStepsThatAreGone_areArchived() {
    handlers.with("a", i -> 1);
    try (TaskerWorker worker = worker().start()) {
      cluster.execute(
          """
          select pgmq_send_with_notify('worker_shop_queue', '{"step_uuid": 7}');
          select pgmq_send_with_notify('worker_shop_queue', '"x"');
          select pgmq_send_with_notify('worker_shop_queue', '{
            "task_uuid": "01900000-0000-7000-8000-000000000001",
            "step_uuid": "01900000-0000-7000-8000-00000000000a",
            "correlation_id": "01900000-0000-7000-8000-0000000000c0"}');
          """);
      awaitEmptyQueue();
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");

      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @Test
  void aStepThatIsCancelledWhileItRuns_staysCancelled() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    handlers.with(
        "a",
        i -> {
          running.countDown();
          cancelled.await();
          return "late";
        });
    UUID task;
    try (TaskerWorker worker = worker().start()) {
      task = orchestrator.create("shop", "flow", "{}");
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
      orchestrator.move(orchestrator.step(task, "a"), "cancelled");
      cancelled.countDown();
      assertThat(worker.health().isLive()).isTrue();
    }
    assertThat(orchestrator.state(task, "a")).isEqualTo("cancelled");
    assertThat(orchestrator.stored(task, "a", "result")).isEmpty();
    assertThat(orchestrator.takeResult()).isFalse();
  }

  @Test
  void aHandlerThatTakesTooLong_isAFailureThatMayHeal() {
    handlers.with(
        "a",
        i -> {
          if (i.context().attempt() == 1) {
            new CountDownLatch(1).await();
          }
          return "in time";
        });
    try (TaskerWorker worker =
        TaskerWorker.builder()
            .url(cluster.url())
            .registry(handlers.registry)
            .template(
                "flow.yaml",
                OneStep.TEMPLATE.replace("{callable: a}", "{callable: a}, timeout_seconds: 1"))
            .start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");

      assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("in time");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(attempts()).isEqualTo("2");
  }

  @Test
  void aWorkerWhoseDatabaseIsGone_isNotReadyBeforeItsCallsHaveFailed() {
    handlers.with("a", i -> 1);
    ClusterDatabase gone = ClusterDatabase.create();
    try (TaskerWorker worker = worker().url(gone.url()).start()) {
      assertThat(worker.health().isReady()).isTrue();
      long begun = System.nanoTime();
      gone.close();
      while (worker.health().isReady()) {
        // Each of three calls waits five seconds for a connection.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
      }
      assertThat(worker.health().isLive()).isTrue();
      assertThat(worker.health().detail()).isEqualTo("The database cannot be reached");
    }
  }

  @Test
  void aTemplateThatChangesInTheCluster_isRunAsItStandsThere() {
    handlers.with("a", i -> i.context().config().get("rate"));
    try (TaskerWorker worker = worker().start()) {
      cluster.execute(
          """
          update named_tasks set updated_at = now() + interval '1 s', configuration = jsonb_set(
            configuration, '{steps,0,handler}', '{"callable": "a", "initialization": {"rate": 7}}')
          """);
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");

      assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("7");
      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @Test
  void aWorkflowThatNobodyKnows_isLeftToOthersForAWhile_andThenFails() {
    handlers.with("a", i -> 1);
    try (TaskerWorker worker = worker().leaveUnknownStepsFor(Duration.ofSeconds(6)).start()) {
      cluster.execute(
          """
          update named_tasks set updated_at = now() + interval '1 s', configuration = jsonb_set(
            configuration, '{steps,0}', '{"name": "b", "handler": {"callable": "of_another"}}')
          """);
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "b", "error");

      assertThat(orchestrator.stored(task, "b", "metadata,error_type"))
          .isEqualTo("handler_not_found");
      assertThat(orchestrator.stored(task, "b", "error,message")).contains("of_another");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(attempts()).isEqualTo("1");
    assertThat(
            cluster.text(
                "select read_ct >= 5 and archived_at - enqueued_at >= interval '6 s'"
                    + " from pgmq.a_worker_shop_queue"))
        .isEqualTo("t");
  }

  @Test
  void aResultOfATaskThatIsStillBeingEnqueued_isHeldBackAndSentWhenTheTaskIsReady() {
    handlers.with("a", i -> 1);
    try (TaskerWorker worker = worker().start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      assertThat(worker.health().isReady()).isTrue();
      orchestrator.runUntil(task, "a", "complete");
      cluster.execute("update task_transitions set to_state = 'enqueuing_steps'");
      orchestrator.move(orchestrator.step(task, "a"), "enqueued");
      orchestrator.send(orchestrator.step(task, "a"));
      while (!orchestrator.state(task, "a").equals("enqueued_for_orchestration")) {
        Thread.onSpinWait();
      }
      assertThat(heldBack()).isEqualTo("t");

      cluster.execute("update task_transitions set to_state = 'steps_in_process'");

      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (heldBack().equals("t")) {
        assertThat(System.nanoTime()).as("the result is not sent").isLessThan(deadline);
      }
      assertThat(heldBack()).isEqualTo("f");
    }
  }

  // Whether the one message about a result is hidden from the start; empty if there is none.
  private String heldBack() {
    return cluster.text(
        "select vt > enqueued_at + interval '900 ms' from pgmq.q_orchestration_step_results");
  }

  private String attempts() {
    return cluster.text("select attempts from workflow_steps");
  }

  private void awaitEmptyQueue() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!cluster.text("select count(*) from pgmq.q_worker_shop_queue").equals("0")) {
      assertThat(System.nanoTime()).as("messages are left").isLessThan(deadline);
    }
  }
}
