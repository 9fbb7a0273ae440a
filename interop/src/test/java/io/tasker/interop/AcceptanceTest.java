package io.tasker.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskHandle;
import io.tasker.client.TaskerClient;
import io.tasker.engine.LocalEngine;
import io.tasker.worker.TaskerWorker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same handlers and the same input come to the same end on a cluster and in one process. All
 * tasks run at once, so that the waits between attempts pass together.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTest {
  private final SampleHandlers samples = new SampleHandlers();
  private final RealCluster cluster = RealCluster.shared();
  private final Map<String, UUID> onCluster = new LinkedHashMap<>();
  private final Map<String, TaskHandle> inProcess = new LinkedHashMap<>();
  private LocalEngine local;
  private TaskerWorker worker;
  private TaskerClient client;

  @BeforeAll
  void startAllTasks() {
    local = samples.equip(LocalEngine.builder()).jsonRoundTrip(true).build();
    worker = samples.equip(TaskerWorker.builder()).url(cluster.jdbcUrl()).start();
    client = TaskerClient.builder(cluster.restUrl()).build();
    WorkflowCases.all()
        .forEach(
            each -> {
              onCluster.put(each.toString(), new ClusterTasks(client).create(each.request()));
              inProcess.put(each.toString(), local.submit(each.request()));
            });
  }

  @AfterAll
  void stop() {
    client.close();
    worker.close();
    local.close();
    samples.close();
  }

  static Stream<WorkflowCase> cases() {
    return WorkflowCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Timeout(120)
  void bothEngines_comeToTheSameEnd(WorkflowCase each) throws Exception {
    TaskHandle task = Objects.requireNonNull(inProcess.get(each.toString()));
    UUID id = Objects.requireNonNull(onCluster.get(each.toString()));

    TaskOutcome expected = TaskOutcome.of(task.await());
    TaskOutcome actual = new ClusterTasks(client).await(id);

    assertThat(actual.steps()).isEqualTo(expected.steps());
    assertThat(actual.state()).isEqualTo(expected.state());
  }
}
