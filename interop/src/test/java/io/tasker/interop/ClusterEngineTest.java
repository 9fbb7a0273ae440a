package io.tasker.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.StepState;
import io.tasker.TaskEngine;
import io.tasker.TaskFailedException;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.TypedResults;
import io.tasker.TypedTaskHandle;
import io.tasker.UnknownWorkflowException;
import io.tasker.client.ClusterEngine;
import io.tasker.client.ClusterException;
import io.tasker.client.TaskerClient;
import io.tasker.engine.LocalEngine;
import io.tasker.handler.BatchResults;
import io.tasker.samples.csv.InventorySummary;
import io.tasker.samples.ecommerce.Confirmation;
import io.tasker.samples.ecommerce.OrderDesk;
import io.tasker.samples.ecommerce.OrderRequest;
import io.tasker.worker.TaskerWorker;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One piece of code submits tasks to the engine in this process and to that of a cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ClusterEngineTest {
  private final SampleHandlers samples = new SampleHandlers();
  private final RealCluster cluster = RealCluster.shared();
  private TaskEngine local;
  private TaskerWorker worker;
  private TaskerClient client;
  private TaskEngine onCluster;

  @BeforeAll
  void start() {
    local = samples.equip(LocalEngine.builder()).jsonRoundTrip(true).build();
    worker = samples.equip(TaskerWorker.builder()).url(cluster.jdbcUrl()).start();
    client = TaskerClient.builder(cluster.restUrl()).build();
    onCluster = ClusterEngine.of(client);
  }

  @AfterAll
  void stop() {
    onCluster.close();
    client.close();
    worker.close();
    local.close();
    samples.close();
  }

  // Other tests of this cluster have tasks of these workflows, and it takes no input twice.
  private static TaskRequest request(String identity, Map<String, ?> input) {
    return WorkflowCase.of(identity, "", input).request().tags("engine");
  }

  private static TaskRequest approval(String amount) {
    return request(
        "conditional_approval/approval_routing",
        Map.of("amount", new BigDecimal(amount), "requester", "grace", "purpose", "A lamp"));
  }

  private static TaskRequest products(String run) {
    return request(
        "csv_processing/csv_product_inventory_analyzer",
        Map.of("csv_file_path", "../samples/data/products.csv", "run", run));
  }

  private static TaskRequest failing(String run) {
    return request(
        "error_scenarios/error_scenarios", Map.of("scenario", "PERMANENT_ERROR", "run", run));
  }

  static Stream<TaskRequest> requests() {
    return Stream.of(approval("501"), approval("10001"), products("same"), failing("same"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theSameCode_bringsTheSameResult(TaskRequest request) throws Exception {
    TaskResult expected = local.submit(request).await();
    TaskResult actual = onCluster.submit(request).await();

    assertThat(TaskOutcome.of(actual)).isEqualTo(TaskOutcome.of(expected));
    assertThat(actual.steps())
        .extracting(step -> step.name())
        .containsExactlyElementsOf(expected.steps().stream().map(step -> step.name()).toList());
    assertThat(withoutId(actual)).isEqualTo(withoutId(expected));
    assertThat(actual.json().propertyNames()).isEqualTo(expected.json().propertyNames());
    assertThat(onCluster.find(actual.id()).map(TaskHandle::state))
        .isEqualTo(
            actual.isComplete() ? Optional.empty() : Optional.of(TaskState.BLOCKED_BY_FAILURES));
  }

  private static String withoutId(TaskResult result) {
    return result.failure().orElse("").replace(result.id().toString(), "…");
  }

  /** As the compiler writes it for a workflow. */
  private static final class Results extends TypedResults<Results> {
    enum Branch {
      AUTO_APPROVE,
      MANAGER_APPROVAL,
      FINANCE_REVIEW
    }

    Results(TaskResult task) {
      super(task);
    }

    static TypedTaskHandle<Results> submit(TaskEngine engine, TaskRequest request) {
      return new TypedTaskHandle<>(engine.submit(request), Results::new);
    }

    Set<Branch> routes() {
      return branchesOf("routing_decision", Branch.class);
    }

    BatchResults<InventorySummary> batches() {
      return batchResultsOf("analyze_csv", "process_csv_batch", InventorySummary.class);
    }
  }

  @Test
  void typedResults_areReadOnBoth() throws Exception {
    TaskRequest approval = approval("10002");
    assertThat(Results.submit(onCluster, approval).await().orThrow().routes())
        .isEqualTo(Results.submit(local, approval).await().orThrow().routes())
        .containsExactly(Results.Branch.MANAGER_APPROVAL, Results.Branch.FINANCE_REVIEW);

    TaskRequest products = products("typed");
    BatchResults<InventorySummary> expected =
        Results.submit(local, products).await().orThrow().batches();
    BatchResults<InventorySummary> actual =
        Results.submit(onCluster, products).await().orThrow().batches();
    assertThat(actual.results()).hasSameSizeAs(expected.results()).hasSize(5);
    assertThat(actual.results())
        .extracting(InventorySummary::processedCount)
        .isEqualTo(expected.results().stream().map(InventorySummary::processedCount).toList());
  }

  @Test
  void aGeneratedClient_takesEitherEngine() throws Exception {
    OrderRequest order =
        new OrderRequest(List.of(new OrderRequest.Item(1, 3)), "grace@example.com");

    Confirmation expected = new OrderDesk(local).place(order, "ada");
    Confirmation actual = new OrderDesk(onCluster).place(order, "ada");
    assertThat(actual.recipient()).isEqualTo(expected.recipient()).isEqualTo("grace@example.com");
  }

  @Test
  void anOperatorsAction_changesTheStep_andATaskThatIsBlockedStaysSo() throws Exception {
    TaskHandle task = onCluster.submit(failing("by hand"));
    TaskResult failed = task.await();
    assertThatThrownBy(failed::orThrow)
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("failed at attempt 1 of");
    String step = failed.steps().get(0).name();

    task.completeStep(step, Map.of("by", "hand"), "known");
    TaskResult next = task.await();
    assertThat(next.step(step).state()).isEqualTo(StepState.COMPLETE);
    assertThat(next.step(step).json().path("by").asString()).isEqualTo("hand");
    assertThat(next.state()).isEqualTo(TaskState.ERROR);
    assertThat(next.failure().orElseThrow()).contains("none of its steps has failed");
    assertThatThrownBy(() -> task.resetStep(step, "again"))
        .isInstanceOf(IllegalStateException.class);

    task.cancel("given up");
    assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
    task.cancel("once more");
    assertThat(onCluster.find(task.id())).isEmpty();
  }

  @Test
  void whatAClusterRefuses_isSaidAsByAnyEngine() throws Exception {
    assertThatThrownBy(() -> onCluster.submit(request("linear/mathematical_sequense", Map.of())))
        .isInstanceOf(UnknownWorkflowException.class)
        .hasMessageContaining("Did you mean 'linear/mathematical_sequence@1.0.0'?");

    TaskRequest once = approval("777");
    onCluster.submit(once).await();
    assertThatThrownBy(() -> onCluster.submit(once))
        .isInstanceOfSatisfying(
            ClusterException.class,
            e -> assertThat(e.kind()).isEqualTo(ClusterException.Kind.CONFLICT));
  }
}
