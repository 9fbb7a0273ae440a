package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.InvalidInputException;
import io.tasker.TaskHandle;
import io.tasker.TaskRejectedException;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.UnknownWorkflowException;
import io.tasker.client.ClusterException.Kind;
import io.tasker.client.OrchestratorServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClusterEngineTest {
  private static final UUID TASK = UUID.fromString(ClusterOfOneTask.ID);
  private static final TaskRequest ORDER =
      TaskRequest.of("shop", "order").version("1.0.0").input(Map.of("n", 1));
  private static final Pattern CORRELATION = Pattern.compile("\"correlation_id\":\"([^\"]+)\"");

  @AutoClose private final OrchestratorServer server = new OrchestratorServer();
  @AutoClose private final TaskerClient client = TaskerClient.builder(server.url()).build();
  @AutoClose private final ClusterEngine engine = ClusterEngine.of(client);
  private final ClusterOfOneTask cluster = new ClusterOfOneTask();

  ClusterEngineTest() throws IOException {}

  private static Answer error(int status, String code) {
    return new Answer(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"so it is\"}}");
  }

  @Test
  void aTask_isCreatedAndKnownByItsWorkflow() {
    server.answersEach(cluster::answer);

    TaskHandle task = engine.submit(ORDER);
    assertThat(server.last().line()).isEqualTo("POST /v1/tasks");
    assertThat(task.id()).isEqualTo(TASK);
    assertThat(task.state()).isEqualTo(TaskState.STEPS_IN_PROCESS);
    assertThat(task).hasToString("shop/order@1.0.0 task " + TASK);
  }

  @Test
  void aRequestThatAClusterCannotTake_isRefusedBeforeItIsSent() {
    TaskRequest unversioned = TaskRequest.of("shop", "order");
    assertThatThrownBy(() -> engine.submit(unversioned))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A cluster has no newest version of shop/order: name one, TaskRequest.version(...)");
    assertThatThrownBy(() -> engine.submit(ORDER.input("[1]")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("shop/order@1.0.0")
        .hasMessageContaining("not a JSON object");
    assertThat(server.last().line()).isEmpty();
  }

  @Test
  void anUnknownWorkflow_isToldWithThoseThereAre() {
    server.answersEach(
        request ->
            request.line().startsWith("GET /v1/templates")
                ? new Answer(
                    200,
                    """
                    {"namespaces":[],"templates":[{"namespace":"shop","name":"orders",
                     "version":"1.0.0","description":null,"step_count":2}],"total_count":1}
                    """)
                : error(404, "NOT_FOUND"));

    assertThatThrownBy(() -> engine.submit(ORDER))
        .isInstanceOf(UnknownWorkflowException.class)
        .hasMessage(
            "Unknown workflow 'shop/order@1.0.0'. Did you mean 'shop/orders@1.0.0'? Known:"
                + " shop/orders@1.0.0")
        .hasCauseInstanceOf(ClusterException.class);
  }

  @Test
  void anUnknownWorkflow_isToldAsTheClusterDid_ifItDoesNotListItsOwn() {
    server.answersEach(request -> error(404, "NOT_FOUND"));

    assertThatThrownBy(() -> engine.submit(ORDER))
        .isInstanceOf(ClusterException.class)
        .hasMessage("The cluster answered 404 NOT_FOUND: so it is");
  }

  @Test
  void anOverload_isARejectionThatPasses() {
    server.answersEach(request -> error(503, "BACKPRESSURE"));

    assertThatThrownBy(() -> engine.submit(ORDER))
        .isInstanceOfSatisfying(
            TaskRejectedException.class, e -> assertThat(e.isClosed()).isFalse())
        .hasMessage("The cluster answered 503 BACKPRESSURE: so it is. Try again later")
        .hasCauseInstanceOf(ClusterException.class);
  }

  @Test
  void aTaskThatIsThereAlready_isAConflict() {
    server.answersEach(request -> error(409, "CONFLICT"));

    assertThatThrownBy(() -> engine.submit(ORDER))
        .isInstanceOfSatisfying(
            ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
  }

  @Test
  void aTaskWhoseCreationWasNotConfirmed_isFoundByTheIdThatItWasGiven() {
    server.answersEach(
        request -> {
          if (request.line().startsWith("POST")) {
            Matcher correlation = CORRELATION.matcher(request.body());
            assertThat(correlation.find()).isTrue();
            cluster.correlation = correlation.group(1);
            return error(500, "DATABASE_ERROR");
          }
          return newest(cluster.task());
        });

    assertThat(engine.submit(ORDER).id()).isEqualTo(TASK);
    assertThat(server.last().line()).isEqualTo("GET /v1/tasks?page=1&per_page=100&namespace=shop");
  }

  @Test
  void anotherTask_isNotTakenForIt() {
    server.answersEach(
        request ->
            request.line().startsWith("POST")
                ? error(500, "DATABASE_ERROR")
                : newest(cluster.task()));

    assertThatThrownBy(() -> engine.submit(ORDER))
        .isInstanceOfSatisfying(
            ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    // Of an id that the caller gave there may be many tasks.
    UUID given = UUID.fromString(cluster.correlation);
    assertThatThrownBy(() -> engine.submit(ORDER.correlationId(given)))
        .isInstanceOf(ClusterException.class);
    assertThat(server.last().line()).isEqualTo("POST /v1/tasks");
  }

  private static Answer newest(String task) {
    return new Answer(
        200,
        "{\"tasks\": [%s], \"pagination\": {\"page\": 1, \"per_page\": 100, \"total_count\": 1, \"total_pages\": 1, \"has_next\": false, \"has_previous\": false}}"
            .formatted(task));
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "error", "cancelled", "resolved_manually"})
  void aTaskThatHasEnded_isNotFound(String state) {
    cluster.status = state;
    server.answersEach(cluster::answer);
    assertThat(engine.find(TASK)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "steps_in_process", "blocked_by_failures"})
  void aTaskThatHasNotEnded_isFound(String state) {
    cluster.status = state;
    server.answersEach(cluster::answer);
    assertThat(engine.find(TASK).orElseThrow().state().coreName()).isEqualTo(state);
  }

  @Test
  void aTaskThatIsNotThere_isNotFound_andARefusalIsTold() {
    server.answersEach(request -> error(404, "NOT_FOUND"));
    assertThat(engine.find(TASK)).isEmpty();

    server.answersEach(request -> error(403, "FORBIDDEN"));
    assertThatThrownBy(() -> engine.find(TASK)).isInstanceOf(ClusterException.class);
  }

  @Test
  void aClosedEngine_takesNoTask_andLeavesTheClientOpen() {
    server.answersEach(cluster::answer);
    engine.close();

    assertThatThrownBy(() -> engine.submit(ORDER))
        .isInstanceOfSatisfying(
            TaskRejectedException.class, e -> assertThat(e.isClosed()).isTrue());
    assertThat(client.task(TASK).call().name()).isEqualTo("order");
  }

  @Test
  void aPollInterval_isPositive() {
    assertThatThrownBy(() -> ClusterEngine.builder(client).pollInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }
}
