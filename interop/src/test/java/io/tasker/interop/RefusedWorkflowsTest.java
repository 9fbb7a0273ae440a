package io.tasker.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.client.TaskerClient;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.Decision;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import io.tasker.worker.ClusterCheck;
import io.tasker.worker.TaskerWorker;
import io.tasker.worker.database.Database;
import io.tasker.worker.database.TemplateRegistration;
import io.tasker.worker.workflow.RegisteredTemplate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A worker refuses what the orchestrator makes less of than the workflow says, and nothing else:
 * here both are asked, with the templates put into the cluster past the worker. Those of which the
 * orchestrator starts a step too soon are not here, because it may be late enough by luck.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedWorkflowsTest {
  enum Route {
    YES,
    NO,
    LEFT,
    PLAN,
    SECOND
  }

  private static final String BATCHES =
      """
      , {name: work, type: batch_worker, handler: {callable: h}, dependencies: [plan], batch_config: {batch_size: 2, parallelism: 2, cursor_field: id, worker_template: work, failure_strategy: continue_on_failure}}
      , {name: total, type: deferred_convergence, handler: {callable: h}, dependencies: [work]}
      """;

  private final RealCluster cluster = RealCluster.shared();
  private final HandlerRegistry handlers =
      HandlerRegistry.empty()
          .register("h", (input, above) -> String.join(" ", above.keySet()))
          .register("plan", (input, above) -> BatchPlan.of(4).size(2))
          .register("to_no", (input, above) -> Decision.to(Route.NO))
          .register("to_left", (input, above) -> Decision.to(Route.LEFT))
          .register("to_plan", (input, above) -> Decision.to(Route.PLAN))
          .register("to_second", (input, above) -> Decision.to(Route.SECOND));
  private TaskerWorker worker;
  private TaskerClient client;
  private Database database;

  @BeforeAll
  void start() {
    // Whatever this worker has handlers for, it runs.
    worker =
        TaskerWorker.builder()
            .registry(handlers)
            .url(cluster.jdbcUrl())
            .template("plain.yaml", yaml("plain", "{name: b, handler: {callable: h}}"))
            .start();
    client = TaskerClient.builder(cluster.restUrl()).build();
    database = Database.at(cluster.jdbcUrl(), 1);
  }

  @AfterAll
  void stop() {
    database.close();
    client.close();
    worker.close();
  }

  private static String yaml(String name, String steps) {
    return "name: %s\nnamespace_name: refused\nversion: '1.0.0'\nsteps: [{name: a, handler: {callable: h}}, %s]\n"
        .formatted(name, steps.replace("BATCHES", BATCHES));
  }

  @ParameterizedTest
  @Timeout(120)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nested | {name: first, type: decision, handler: {callable: to_second}, dependencies: [a]}, {name: second, type: decision, handler: {callable: to_left}, dependencies: [first]}, {name: left, handler: {callable: h}, dependencies: [second]}
          below_one | {name: first, type: decision, handler: {callable: to_no}, dependencies: [a]}, {name: yes, handler: {callable: h}, dependencies: [first]}, {name: no, handler: {callable: h}, dependencies: [first]}, {name: second, type: decision, handler: {callable: to_left}, dependencies: [yes]}, {name: left, handler: {callable: h}, dependencies: [second]}
          below_all | {name: first, type: decision, handler: {callable: to_no}, dependencies: [a]}, {name: yes, handler: {callable: h}, dependencies: [first]}, {name: no, handler: {callable: h}, dependencies: [first]}, {name: end, type: deferred_convergence, handler: {callable: h}, dependencies: [yes, no]}, {name: second, type: decision, handler: {callable: to_left}, dependencies: [end]}, {name: left, handler: {callable: h}, dependencies: [second]}
          beside_decision | {name: beside, handler: {callable: h}}, {name: first, type: decision, handler: {callable: to_no}, dependencies: [a]}, {name: no, handler: {callable: h}, dependencies: [first, beside]}
          above_decision | {name: beside, handler: {callable: h}}, {name: first, type: decision, handler: {callable: to_no}, dependencies: [beside]}, {name: no, handler: {callable: h}, dependencies: [first, beside]}
          batches_of_branch | {name: first, type: decision, handler: {callable: to_plan}, dependencies: [a]}, {name: plan, type: batchable, handler: {callable: plan}, dependencies: [first]} BATCHES
          below_batches_of_branch | {name: first, type: decision, handler: {callable: to_plan}, dependencies: [a]}, {name: plan, type: batchable, handler: {callable: plan}, dependencies: [first]} BATCHES, {name: after, handler: {callable: h}, dependencies: [total]}
          """)
  void aWorkflowIsRefused_ifAndOnlyIfTheClusterMakesLessOfIt(String name, String steps)
      throws Exception {
    TaskTemplate template = new TemplateReader().read(name, yaml(name, steps)).orThrow().template();
    TaskTemplate registered = RegisteredTemplate.of(template);
    database.transact(
        connection ->
            new TemplateRegistration(new JacksonCodec()).register(connection, registered));
    TaskRequest request = TaskRequest.of("refused", name).version("1.0.0").input(Map.of());
    UUID task = new ClusterTasks(client).create(request);

    TaskOutcome actual = new ClusterTasks(client).await(task);
    try (LocalEngine local = LocalEngine.builder().registry(handlers).template(template).build()) {
      TaskOutcome expected = TaskOutcome.of(local.submit(request).await());
      if (ClusterCheck.problems(template).isEmpty()) {
        assertThat(actual).isEqualTo(expected);
      } else {
        assertThat(actual.steps().keySet()).isNotEqualTo(expected.steps().keySet());
      }
    }
    assertThat(worker.health().isReady()).isTrue();
  }
}
