package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.handler.RetryableException;
import io.tasker.worker.database.ClusterDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker whose clock is years off: times of the database are compared with each other only. */
@Timeout(120)
class ClockSkewTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - name: a
          handler: {callable: a}
          timeout_seconds: 20
          retry: {retryable: true, max_attempts: 2, backoff: none}
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);

  private TaskerWorkerBuilder worker(String now) {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(
            new TestHandlers()
                .with(
                    "a",
                    i -> {
                      if (i.context().attempt() == 1) {
                        throw new RetryableException("Not yet");
                      }
                      return "done";
                    })
                .registry)
        .template("flow.yaml", FLOW)
        .clock(Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
        .visibilityTimeout(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-03-05T09:00:00Z", "2051-03-05T09:00:00Z"})
  void stepsRun_areTriedAgain_andCarryTheTimeOfTheDatabase(String now) {
    try (TaskerWorker worker = worker(now).start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");

      assertThat(orchestrator.stored(task, "a", "metadata,completed_at")).isEqualTo(now);
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(
            cluster.text(
                "select attempts = 2 and now() - last_attempted_at between interval '0'"
                    + " and interval '2 min' from workflow_steps"))
        .isEqualTo("t");
    assertThat(
            cluster.text(
                "select bool_and(now() - created_at between interval '0' and interval '2 min')"
                    + " from workflow_step_transitions"))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-03-05T09:00:00Z", "2051-03-05T09:00:00Z"})
  void unknownSteps_areLeftToOthers_byTheTimeOfTheDatabase(String now) {
    try (TaskerWorker worker = worker(now).leaveUnknownStepsFor(Duration.ofSeconds(7)).start()) {
      cluster.execute(
          """
          update named_tasks set updated_at = now() + interval '1 s', configuration = jsonb_set(
            configuration, '{steps,0}', '{"name": "b", "handler": {"callable": "of_another"}}')
          """);
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "b", "error");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(
            cluster.text(
                "select extract(epoch from archived_at - enqueued_at)::int"
                    + " from pgmq.a_worker_shop_queue"))
        .satisfies(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(7, 60));
  }
}
