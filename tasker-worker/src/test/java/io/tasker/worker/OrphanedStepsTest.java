package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.worker.database.ClusterDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the next start of a worker makes of the steps it had when it was killed. */
@Timeout(120)
class OrphanedStepsTest {
  private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000ff");
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - name: a
          handler: {callable: a}
          retry: {retryable: true, max_attempts: 2, backoff: none}
          publishes_events:
            - {name: a.retried, description: x, condition: retryable_failure, schema: {}}
            - {name: a.failed, description: x, condition: permanent_failure, schema: {}}
            - {name: a.done, description: x, condition: success, schema: {}}
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final List<String> failures = new ArrayList<>();

  private TaskerWorker start() {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(new TestHandlers().with("a", i -> "done").registry)
        .template("flow.yaml", FLOW)
        .workerId(ID)
        .listener(
            new EngineListener() {
              @Override
              public void stepFailed(EngineEvent.StepFailed event) {
                failures.add(event.step() + " " + event.attempt());
              }
            })
        .start();
  }

  private UUID taskOfAKilledWorker(int attempts) {
    start().close();
    UUID task = orchestrator.create("shop", "flow", "{}");
    cluster.execute(
        "select pgmq.archive('worker_shop_queue', msg_id) from pgmq.q_worker_shop_queue");
    String step = orchestrator.step(task, "a");
    orchestrator.move(step, "in_progress");
    cluster.execute(
        """
        update workflow_step_transitions
           set metadata = jsonb_build_object('worker_uuid', '%s') where most_recent;
        update workflow_steps set attempts = %d, in_process = true
        """
            .formatted(ID, attempts));
    return task;
  }

  private String events() {
    return cluster.text(
        "select string_agg(message ->> 'event_name', ' ' order by msg_id)"
            + " from pgmq.q_shop_domain_events");
  }

  @Test
  void aStep_failsAsRetryable_withTheEventsOfThatAndForListeners() {
    UUID task = taskOfAKilledWorker(1);
    start().close();

    assertThat(orchestrator.state(task, "a")).isEqualTo("enqueued_as_error_for_orchestration");
    assertThat(orchestrator.stored(task, "a", "metadata,error_type")).isEqualTo("worker_killed");
    assertThat(orchestrator.stored(task, "a", "metadata,context")).isEqualTo("{}");
    assertThat(events()).isEqualTo("a.retried");
    assertThat(failures).containsExactly("a 1");
  }

  @Test
  void theLastAttempt_publishesThatTheStepFailedForGood() {
    taskOfAKilledWorker(2);
    start().close();

    assertThat(events()).isEqualTo("a.failed");
  }

  @Test
  void aStepWithACheckpoint_saysHowFarItIs_butNotWhereTheAttemptBegan() {
    UUID task = taskOfAKilledWorker(1);
    cluster.execute(
        "update workflow_steps set checkpoint ="
            + " '{\"cursor\": 40, \"items_processed\": 40, \"accumulated_results\": null}'");
    start().close();

    assertThat(orchestrator.stored(task, "a", "metadata,context"))
        .isEqualTo("{\"checkpoint_progress\": 40}");
  }

  @Test
  void aStepThatCannotBeRead_isHandedBackWithoutEvents() {
    UUID task = taskOfAKilledWorker(1);
    cluster.execute(
        """
        alter function get_step_transitive_dependencies(uuid) rename to ancestors_of;
        create function get_step_transitive_dependencies(step uuid) returns table (
          workflow_step_uuid uuid, task_uuid uuid, named_step_uuid uuid, step_name varchar,
          results jsonb, processed boolean, distance integer) language plpgsql as $$
        begin raise exception 'cannot be read'; end $$
        """);
    start().close();

    assertThat(orchestrator.state(task, "a")).isEqualTo("enqueued_as_error_for_orchestration");
    assertThat(orchestrator.stored(task, "a", "metadata,retryable")).isEqualTo("true");
    assertThat(events()).isEmpty();
  }
}
