package io.tasker.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.client.ClusterTask;
import io.tasker.client.TaskerClient;
import io.tasker.engine.LocalEngine;
import io.tasker.worker.TaskerWorker;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same handlers and the same input come to the same end on a cluster and in one process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTest {
  private final SampleHandlers samples = new SampleHandlers();
  private final RealCluster cluster = RealCluster.shared();
  private LocalEngine local;
  private TaskerWorker worker;
  private TaskerClient client;

  @BeforeAll
  void start() {
    local = samples.equip(LocalEngine.builder()).jsonRoundTrip(true).build();
    worker = samples.equip(TaskerWorker.builder()).url(cluster.jdbcUrl()).start();
    client = TaskerClient.builder(cluster.restUrl()).build();
  }

  @AfterAll
  void stop() {
    client.close();
    worker.close();
    local.close();
  }

  static Stream<WorkflowCase> cases() {
    return WorkflowCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Timeout(120)
  void bothEngines_comeToTheSameEnd(WorkflowCase each) throws InterruptedException {
    ClusterTask task = client.create(each.request()).call();
    TaskOutcome expected = TaskOutcome.of(local.submit(each.request()).await());

    TaskOutcome actual = new ClusterTasks(client).await(task.taskUuid());

    assertThat(actual.steps()).isEqualTo(expected.steps());
    assertThat(actual.state()).isEqualTo(expected.state());
  }
}
