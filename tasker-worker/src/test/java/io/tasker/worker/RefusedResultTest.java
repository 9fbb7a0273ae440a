package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.ClusterDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A result that the database does not take, however often it is tried. */
@Timeout(120)
class RefusedResultTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final TestHandlers handlers = new TestHandlers().with("a", i -> "secret");

  @Test
  void theStepFailsForGood_andItsFailureQuotesNothing() {
    cluster.execute(
        """
        create function refuse() returns trigger language plpgsql as $$
        begin
          if new.results ->> 'result' = 'secret' then
            raise exception 'not this one: %', new.results
              using errcode = '23514', constraint = 'harmless';
          end if;
          return new;
        end $$;
        create trigger refuse before update on workflow_steps
          for each row execute function refuse();
        """);
    try (TaskerWorker worker = OneStep.worker(cluster, handlers).start()) {
      UUID task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "error");

      assertThat(orchestrator.stored(task, "a", "metadata,error_code")).isEqualTo("RESULT_REFUSED");
      assertThat(orchestrator.stored(task, "a", "metadata,retryable")).isEqualTo("false");
      assertThat(orchestrator.stored(task, "a", "error,message"))
          .isEqualTo(
              "The database refused the result, and its log says why: SQLSTATE 23514, constraint"
                  + " 'harmless'");
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(cluster.text("select results::text like '%secret%' from workflow_steps"))
        .isEqualTo("f");
  }
}
