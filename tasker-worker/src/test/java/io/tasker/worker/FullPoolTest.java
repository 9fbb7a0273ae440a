package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.ClusterDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker with as few connections as it may have, on a database that is slow to answer. */
@Timeout(180)
class FullPoolTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  private final AtomicInteger calls = new AtomicInteger();
  private final TestHandlers handlers = new TestHandlers().with("a", i -> calls.incrementAndGet());

  private TaskerWorkerBuilder worker() {
    return OneStep.worker(cluster, handlers);
  }

  private List<UUID> tasks(int count) {
    List<UUID> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(orchestrator.create("shop", "flow", "{}"));
    }
    return tasks;
  }

  private static void await(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
    }
  }

  private void assertThatEachRanOnce(List<UUID> tasks) {
    tasks.forEach(task -> orchestrator.runUntil(task, "a", "complete"));
    assertThat(calls).hasValue(tasks.size());
    assertThat(cluster.text("select sum(attempts) from workflow_steps"))
        .isEqualTo(Integer.toString(tasks.size()));
  }

  @Test
  void oneSlotOnASlowDatabase_runsEachStepOnce() {
    cluster.execute(
        """
        create function be_slow() returns trigger language plpgsql as $$
        begin
          if new.to_state in ('in_progress', 'enqueued_for_orchestration') then
            perform pg_sleep(0.2);
          end if;
          return new;
        end $$;
        create trigger be_slow before insert on workflow_step_transitions
          for each row execute function be_slow();
        """);
    try (TaskerWorker worker = worker().concurrency(1).start()) {
      assertThatEachRanOnce(tasks(10));
      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @Test
  void moreSlotsThanConnections_andEachConnectionStuck_loseNothing() throws Exception {
    cluster.execute(
        """
        create table only_for_claims (id int);
        create function wait_for_lock() returns trigger language plpgsql as $$
        begin
          if new.to_state = 'in_progress' then
            perform 1 from tasker.only_for_claims;
          end if;
          return new;
        end $$;
        create trigger wait_for_lock before insert on workflow_step_transitions
          for each row execute function wait_for_lock();
        """);
    try (TaskerWorker worker = worker().concurrency(40).start();
        Connection blocker = cluster.connect();
        Statement statement = blocker.createStatement()) {
      // Claims wait for this lock, each with its connection; creating tasks does not.
      blocker.setAutoCommit(false);
      statement.execute("lock table only_for_claims in access exclusive mode");
      List<UUID> tasks = tasks(60);
      await("no connection is left", () -> !worker.health().isReady());
      assertThat(worker.health().isLive()).isTrue();
      blocker.rollback();

      assertThatEachRanOnce(tasks);
      await("the worker is ready again", () -> worker.health().isReady());
    }
  }
}
