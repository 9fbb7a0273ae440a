package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.metrics.TaskerMetrics;
import io.tasker.worker.database.ClusterDatabase;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps that fail before their handler could be called, each time. */
@Timeout(120)
class UnreadableStepTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers().with("a", i -> "done");
  private final BlockingQueue<EngineEvent.StepAbandoned> abandoned = new LinkedBlockingQueue<>();

  private TaskerWorkerBuilder worker() {
    return OneStep.worker(cluster, handlers)
        .listener(
            new EngineListener() {
              @Override
              public void stepAbandoned(EngineEvent.StepAbandoned event) {
                abandoned.add(event);
              }
            });
  }

  // Only a task with this input breaks.
  private void breakReading(String raise) {
    cluster.execute("alter function get_step_transitive_dependencies(uuid) rename to ancestors_of");
    String columns =
        cluster.text(
            "select pg_get_function_result(oid) from pg_proc where proname = 'ancestors_of'");
    cluster.execute(
        """
        create function get_step_transitive_dependencies(step uuid) returns %s
          language plpgsql as $$
          begin
            if exists (select 1 from tasks t join workflow_steps s on s.task_uuid = t.task_uuid
                        where s.workflow_step_uuid = step and t.context ? 'broken') then
              raise exception 'cannot be read' %s;
            end if;
            return query select * from ancestors_of(step);
          end $$
        """
            .formatted(columns, raise));
  }

  private void assertThatTheStepFails(String sqlState) {
    try (TaskerWorker worker = worker().start()) {
      UUID task = orchestrator.create("shop", "flow", "{\"broken\": 1}");
      orchestrator.runUntil(task, "a", "error");

      assertThat(orchestrator.stored(task, "a", "metadata,error_code"))
          .isEqualTo("UNREADABLE_STEP");
      assertThat(orchestrator.stored(task, "a", "metadata,retryable")).isEqualTo("false");
      assertThat(orchestrator.stored(task, "a", "error,message"))
          .isEqualTo(
              "The step could not be read from the database, each time it was tried: SQLSTATE "
                  + sqlState);
      assertThat(worker.health().isReady()).isTrue();
      UUID other = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(other, "a", "complete");
    }
    assertThat(cluster.text("select max(read_ct) from pgmq.a_worker_shop_queue")).isEqualTo("5");
    assertThat(cluster.text("select max(attempts) from workflow_steps")).isEqualTo("1");
    assertThat(abandoned).isEmpty();
  }

  @Test
  void aStepThatCannotBeRead_failsForGoodAtTheFifthDelivery() {
    breakReading("");

    assertThatTheStepFails("P0001");
  }

  @Test
  void aStepThatBreaksTheServerEachTime_failsForGoodAtTheFifthDelivery() {
    breakReading("using errcode = 'XX001'");

    assertThatTheStepFails("XX001");
  }

  @Test
  void aStepThatCannotBeFailedEither_isAbandoned_andListenersAreTold() throws Exception {
    cluster.execute(
        """
        create function refuse_claim() returns trigger language plpgsql as $$
        begin
          if new.to_state = 'in_progress' then
            raise exception 'no claim' using errcode = '23514', constraint = 'closed';
          end if;
          return new;
        end $$;
        create trigger refuse_claim before insert on workflow_step_transitions
          for each row execute function refuse_claim();
        """);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (TaskerWorker worker = worker().listener(new TaskerMetrics(meters)).start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      EngineEvent.StepAbandoned event = abandoned.poll(60, TimeUnit.SECONDS);

      assertThat(event).isNotNull();
      assertThat(event.task().id()).isEqualTo(task);
      assertThat(event.task().namespace()).isEqualTo("shop");
      assertThat(event.stepUuid()).hasToString(orchestrator.step(task, "a"));
      assertThat(event.deliveries()).isEqualTo(5);
      assertThat(event.cause())
          .hasMessage(
              "The database failed (SQLSTATE 23514, constraint 'closed'). Its log says more");
      assertThat(Throwables.getStackTrace(event.cause())).doesNotContain("no claim");
      assertThat(orchestrator.state(task, "a")).isEqualTo("enqueued");
      assertThat(cluster.text("select count(*) from pgmq.q_worker_shop_queue")).isEqualTo("0");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(meters.get("tasker.steps.abandoned").tag("namespace", "shop").counter().count())
        .isEqualTo(1);
  }
}
