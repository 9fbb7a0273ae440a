package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.handler.StepContext;
import io.tasker.worker.TaskerWorker;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler that takes longer than its step may. */
@Timeout(120)
class SlowHandlerTest {
  private static final String TEMPLATE =
      """
      name: slow
      namespace_name: fault
      version: "1.0.0"
      steps:
        - {name: one, handler: {callable: slow_at_first}, timeout_seconds: 1}
      """;

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final Queue<Execution> seen = new ConcurrentLinkedQueue<>();
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void isInterrupted_andTheNextAttemptSucceeds() throws Exception {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(new WitnessedHandler("slow_at_first", seen::add, this::slowAtFirst));
    try (TaskerWorker worker = cluster.worker(handlers, TEMPLATE).start()) {
      cluster.create(List.of(TaskRequest.of("fault", "slow").version("1.0.0")));
      assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
      cluster.awaitComplete(1);
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(cluster.rows().steps()).singleElement().matches(step -> step.attempts() == 2);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(cluster.rows().counted());
    assertThat(failures()).containsExactly("enqueued_as_error_for_orchestration");
  }

  private int slowAtFirst(StepContext context) throws InterruptedException {
    if (context.attempt() == 1) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
    }
    return context.attempt();
  }

  private List<String> failures() {
    return cluster
        .rows()
        .list(
            """
            SELECT from_state FROM tasker.workflow_step_transitions
             WHERE to_state = 'waiting_for_retry'
            """,
            row -> row.getString(1));
  }
}
