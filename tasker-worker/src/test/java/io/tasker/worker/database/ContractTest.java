package io.tasker.worker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The contract itself: what the tests of the worker take for granted of PGMQ and Tasker Core. */
class ContractTest {
  @AutoClose private final ClusterDatabase database = ClusterDatabase.create();

  @Test
  void aMessageThatWasRead_isHiddenUntilItsTimeIsUp() {
    database.execute("select pgmq.create('q'); select pgmq.send('q', '{\"n\": 1}', 0)");

    assertThat(database.text("select message from pgmq.read('q', 30, 10)")).isEqualTo("{\"n\": 1}");
    assertThat(database.text("select message from pgmq.read('q', 30, 10)")).isEmpty();

    database.execute("select pgmq.set_vt('q', 1, 0)");
    assertThat(database.text("select read_ct from pgmq.read('q', 30, 10)")).isEqualTo("2");
  }

  @Test
  void anArchivedMessage_isGoneFromTheQueue() {
    database.execute("select pgmq.create('q'); select pgmq.send('q', '{}', 0)");

    assertThat(database.text("select pgmq.archive('q', 1::bigint)")).isEqualTo("t");
    assertThat(database.text("select count(*) from pgmq.q_q")).isEqualTo("0");
    assertThat(database.text("select count(*) from pgmq.a_q")).isEqualTo("1");
  }

  @Test
  void aDelayedMessage_isNotVisibleYet() {
    database.execute("select pgmq.create('q'); select pgmq.send('q', '{}', 60)");

    assertThat(database.text("select message from pgmq.read('q', 30, 10)")).isEmpty();
  }

  @Test
  void aSecondCurrentState_isRefused() {
    database.execute(
        """
        insert into task_namespaces values (default, 'ns', null, now(), now());
        insert into named_tasks (task_namespace_uuid, name, version, created_at, updated_at)
          select task_namespace_uuid, 't', '1.0.0', now(), now() from task_namespaces;
        insert into named_steps values (default, 's', null, now(), now());
        insert into tasks (named_task_uuid, requested_at, identity_hash, correlation_id, created_at,
            updated_at)
          select named_task_uuid, now(), 'h', gen_random_uuid(), now(), now() from named_tasks;
        insert into workflow_steps (task_uuid, named_step_uuid, created_at, updated_at)
          select task_uuid, named_step_uuid, now(), now() from tasks, named_steps;
        """);
    String current =
        """
        insert into workflow_step_transitions (workflow_step_uuid, to_state, sort_key, most_recent,
            created_at, updated_at)
          select workflow_step_uuid, 'pending', 0, true, now(), now() from workflow_steps
        """;
    database.execute(current);

    assertThatThrownBy(() -> database.execute(current))
        .hasStackTraceContaining("duplicate key value");
  }
}
