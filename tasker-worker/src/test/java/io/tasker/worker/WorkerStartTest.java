package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.TaskerException;
import io.tasker.spi.Parameter;
import io.tasker.worker.database.ClusterDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WorkerStartTest {
  private static final String FLOW =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps: [{name: a, handler: {callable: a}}]
      """;

  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final TestHandlers handlers = new TestHandlers().with("a", i -> 1);

  private TaskerWorkerBuilder builder() {
    return TaskerWorker.builder().registry(handlers.registry);
  }

  @Test
  void everythingThatIsWrong_isNamedAtOnce() {
    TaskerWorkerBuilder worker =
        builder()
            .template("flow.yaml", FLOW)
            .namespace("shpo")
            .concurrency(0)
            .maxResultBytes(5)
            .shutdownDeadline(Duration.ofSeconds(-1))
            .pollInterval(Duration.ZERO)
            .visibilityTimeout(Duration.ofMillis(10))
            .leaveUnknownStepsFor(Duration.ofSeconds(-1));

    assertThatThrownBy(worker::start)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContainingAll(
            "give either url(...) or dataSource(...)",
            "There is no template of namespace 'shpo'; those there are: shop",
            "concurrency must be at least 1: 0",
            "maxResultBytes must be at least 1000: 5",
            "shutdownDeadline must not be negative",
            "pollInterval must be at least a millisecond",
            "visibilityTimeout must be at least a second",
            "leaveUnknownStepsFor must not be negative");
  }

  @Test
  void anAddressThatIsNotPostgres_isRefusedWithoutQuotingIt() {
    TaskerWorkerBuilder worker =
        builder().template("flow.yaml", FLOW).url("jdbc:other://ada:secret@db/x");

    assertThatThrownBy(worker::start)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("The url must start with jdbc:postgresql:")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressThatCannotBeRead_isRefusedWithoutQuotingIt() {
    TaskerWorkerBuilder worker =
        builder()
            .template("flow.yaml", FLOW)
            .url("jdbc:postgresql://db:99999/x?user=ada&password=secret");

    assertThatThrownBy(worker::start)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("The url must have the form jdbc:postgresql://host:port/database")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aWorkerWithoutTemplates_doesNotStart() {
    TaskerWorkerBuilder worker = builder().url("jdbc:postgresql://localhost/x");

    assertThatThrownBy(worker::start).hasMessageContaining("There is no template");
  }

  @Test
  void aWorkflowThatAClusterWouldLoseStepsOf_isRefusedUnlessItIsNotChosen() {
    String nested =
        """
        name: nested
        namespace_name: desk
        version: "1.0.0"
        steps:
          - {name: a, handler: {callable: a}}
          - {name: b, type: decision, handler: {callable: a}, dependencies: [a]}
          - {name: c, type: decision, handler: {callable: a}, dependencies: [b]}
          - {name: d, handler: {callable: a}, dependencies: [c]}
        """;
    TaskerWorkerBuilder worker =
        builder().template("flow.yaml", FLOW).template("nested.yaml", nested).url(cluster.url());

    assertThatThrownBy(worker::start)
        .isInstanceOf(EngineConfigurationException.class)
        .extracting(e -> ((EngineConfigurationException) e).problems())
        .isEqualTo(
            List.of(
                "desk/nested@1.0.0: step 'c' depends on 'b', and both are decisions: Tasker Core"
                    + " takes no decision for a branch of another, so all branches would be lost."
                    + " Decide both in one step",
                "The other workflows can run: choose them with .workflow(\"shop\", \"flow\"), or"
                    + " TASKER_WORKFLOWS=shop/flow; and leave out the YAML files of those that"
                    + " cannot. Nobody runs the steps of a workflow that is left out"));
    try (TaskerWorker other = worker.namespace("shop").start()) {
      assertThat(other.health().isReady()).isTrue();
    }
    assertThat(cluster.text("select string_agg(name, ', ') from named_tasks")).isEqualTo("flow");
  }

  @Test
  void whatAProgramLacks_isExplainedWithItsVariables() {
    TestHandlers needy =
        new TestHandlers()
            .with(
                TestHandlers.handler("a")
                    .parameters(
                        Parameter.config("limit", Integer.class), Parameter.provided(Random.class)),
                i -> 1);
    TaskerWorkerBuilder worker =
        TaskerWorker.builder()
            .registry(needy.registry)
            .template("flow.yaml", FLOW)
            .url("jdbc:postgresql://localhost/x");

    assertThatThrownBy(worker::start)
        .isInstanceOfSatisfying(
            EngineConfigurationException.class,
            e ->
                assertThat(WorkerEnvironment.explain(e))
                    .startsWith(e.getMessage())
                    .contains("TASKER_CONFIG_FILE", "no other service: write an application"));
    assertThat(WorkerEnvironment.explain(new WorkerStartException("No database", null)))
        .isEqualTo("No database");
  }

  @Test
  void aDatabaseThatIsNoClusters_isRefused() {
    try (ClusterDatabase empty = ClusterDatabase.empty()) {
      TaskerWorkerBuilder worker = builder().template("flow.yaml", FLOW).url(empty.url());

      assertThatThrownBy(worker::start)
          .isInstanceOf(TaskerException.class)
          .hasMessageContaining("run the migrations of Tasker Core");
    }
  }

  @Test
  void aDatabaseThatIsNotThere_isRefused() {
    TaskerWorkerBuilder worker =
        builder().template("flow.yaml", FLOW).url("jdbc:postgresql://localhost:1/x");

    assertThatThrownBy(worker::start)
        .isInstanceOf(TaskerException.class)
        .hasMessageContaining("no connection to database 'x' at localhost:1: Connection refused");
  }

  @Test
  void aWorker_takesTheConnectionsOfAnApplication() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(cluster.url());
    try (TaskerWorker worker = builder().template("flow.yaml", FLOW).dataSource(source).start()) {
      MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
      var task = orchestrator.create("shop", "flow", "{}");
      orchestrator.runUntil(task, "a", "complete");
      assertThat(worker.health().isReady()).isTrue();
    }
  }

  @Test
  void namesOfStepsAreThereBeforeTemplates() {
    // The orchestrator inserts those that are not, for each task on its own, and refuses all but
    // one of the tasks that it begins at once.
    cluster.execute(
        """
        insert into named_steps (name, description, created_at, updated_at)
          values ('a', 'kept', now(), now());
        create function needs_steps() returns trigger language plpgsql as $$
        begin
          if (select count(*) from named_steps) < 2 then
            raise exception 'the steps are missing';
          end if;
          return new;
        end $$;
        create trigger needs_steps before insert on named_tasks
          for each row execute function needs_steps();
        """);
    String two = FLOW.replace("}}]", "}}, {name: b, handler: {callable: a}, dependencies: [a]}]");
    for (int start = 0; start < 2; start++) {
      try (TaskerWorker worker = builder().template("flow.yaml", two).url(cluster.url()).start()) {
        assertThat(worker.health().isReady()).isTrue();
      }
    }
    assertThat(
            cluster.text(
                "select string_agg(name || ': ' || description, ', ' order by name)"
                    + " from named_steps"))
        .isEqualTo("a: kept, b: Auto-created step: b");
  }

  @Test
  void queuesAreThereBeforeTemplates() {
    // Whoever sees a template sees the queue of its namespace, too.
    cluster.execute(
        """
        create function needs_queue() returns trigger language plpgsql as $$
        begin
          if not exists (select 1 from pgmq.meta where queue_name = 'worker_shop_queue') then
            raise exception 'the queue is missing';
          end if;
          return new;
        end $$;
        create trigger needs_queue before insert on named_tasks
          for each row execute function needs_queue();
        """);
    try (TaskerWorker worker = builder().template("flow.yaml", FLOW).url(cluster.url()).start()) {
      assertThat(worker.health().isReady()).isTrue();
    }
    assertThat(cluster.text("select count(*) from named_tasks")).isEqualTo("1");
  }
}
