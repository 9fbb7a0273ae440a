package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.StepState;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.client.ClusterException.Kind;
import io.tasker.http.ApiAuth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TaskerClientTest {
  private static final UUID TASK = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID STEP = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  private static final String TASK_JSON =
      """
      {"task_uuid": "01900000-0000-7000-8000-000000000001", "name": "order", "namespace": "shop",
       "version": "1.0.0", "status": "steps_in_process", "created_at": "2026-11-24T02:00:00Z",
       "completed_at": null, "context": {}, "priority": 0, "tags": ["a"],
       "correlation_id": "01900000-0000-7000-8000-0000000000c0", "total_steps": 4,
       "pending_steps": 3, "completed_steps": 1, "failed_steps": 0, "completion_percentage": 25.0,
       "steps": []}
      """;
  private static final String STEP_JSON =
      """
      {"step_uuid": "01900000-0000-7000-8000-00000000000a",
       "task_uuid": "01900000-0000-7000-8000-000000000001", "name": "validate",
       "current_state": "complete", "attempts": 2, "max_attempts": 3,
       "results": {"success": true, "result": {"total": 42}}, "last_attempted_at": null}
      """;

  private OrchestratorServer server;
  private TaskerClient client;

  @BeforeEach
  void start() throws IOException {
    server = new OrchestratorServer();
    server.answers(200, TASK_JSON);
    client =
        TaskerClient.builder(server.url())
            .auth(ApiAuth.apiKey("secret"))
            .sourceSystem("shop-site")
            .build();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void aTask_isCreatedFromTheRequestOfAnyEngine() {
    ClusterTask task =
        client
            .create(
                TaskRequest.of("shop", "order")
                    .version("1.0.0")
                    .input(Map.of("order_id", 7))
                    .initiator("ada")
                    .reason("test")
                    .tags("a")
                    .idempotencyKey("order-7"))
            .call();

    assertThat(server.last().line()).isEqualTo("POST /v1/tasks");
    assertThat(server.last().headers().get("x-api-key")).isEqualTo("secret");
    assertThat(server.last().body())
        .isEqualTo(
            "{\"name\":\"order\",\"namespace\":\"shop\",\"version\":\"1.0.0\","
                + "\"context\":{\"order_id\":7},\"initiator\":\"ada\","
                + "\"source_system\":\"shop-site\",\"reason\":\"test\",\"tags\":[\"a\"],"
                + "\"priority\":0,\"idempotency_key\":\"order-7\"}");
    assertThat(task.taskUuid()).isEqualTo(TASK);
    assertThat(task.state()).contains(TaskState.STEPS_IN_PROCESS);
    assertThat(task.totalSteps()).isEqualTo(4);
  }

  @Test
  void aRequestThatAClusterCannotTake_isRefusedBeforeItIsSent() {
    TaskRequest request = TaskRequest.of("shop", "order");
    assertThatThrownBy(() -> client.create(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TaskRequest.version");
    assertThatThrownBy(() -> client.create(request.version("1.0.0").input("[1]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a JSON object");
    assertThat(server.last().line()).isEmpty();
  }

  @Test
  void tasks_areFoundListedAndCancelled() {
    assertThat(client.task(TASK).call().name()).isEqualTo("order");
    assertThat(server.last().line()).isEqualTo("GET /v1/tasks/" + TASK);

    assertThat(client.cancel(TASK).call()).isTrue();
    assertThat(server.last().line()).isEqualTo("DELETE /v1/tasks/" + TASK);

    server.answers(
        200,
        "{\"tasks\": ["
            + TASK_JSON
            + "], \"pagination\": {\"page\": 2, \"per_page\": 1,"
            + " \"total_count\": 5, \"total_pages\": 5, \"has_next\": true,"
            + " \"has_previous\": true}}");
    TaskPage page =
        client.tasks(TaskFilter.all().namespace("shop").status(TaskState.ERROR).page(2, 1)).call();
    assertThat(server.last().line())
        .isEqualTo("GET /v1/tasks?page=2&per_page=1&namespace=shop&status=error");
    assertThat(page.tasks()).hasSize(1);
    assertThat(page.pagination()).isEqualTo(new TaskPage.Pagination(2, 1, 5, 5, true));
  }

  @Test
  void steps_areListedAndFound() {
    server.answers(200, "[" + STEP_JSON + "]");
    List<ClusterStep> steps = client.steps(TASK).call();
    assertThat(server.last().line()).isEqualTo("GET /v1/tasks/" + TASK + "/workflow_steps");
    assertThat(steps.get(0).state()).contains(StepState.COMPLETE);
    assertThat(steps.get(0).results()).isNotNull();

    server.answers(200, STEP_JSON);
    assertThat(client.step(TASK, STEP).call().attempts()).isEqualTo(2);
    assertThat(server.last().line()).isEqualTo("GET /v1/tasks/" + TASK + "/workflow_steps/" + STEP);
  }

  @Test
  void steps_areActedOn() {
    server.answers(200, STEP_JSON);
    client.resetForRetry(TASK, STEP, "fixed", "ada").call();
    assertThat(server.last().line())
        .isEqualTo("PATCH /v1/tasks/" + TASK + "/workflow_steps/" + STEP);
    assertThat(server.last().body())
        .contains(
            "\"action_type\":\"reset_for_retry\"", "\"reason\":\"fixed\"", "\"reset_by\":\"ada\"");

    client.resolveManually(TASK, STEP, "by phone", "ada").call();
    assertThat(server.last().body())
        .contains("\"action_type\":\"resolve_manually\"", "\"resolved_by\":\"ada\"");

    client.completeManually(TASK, STEP, Map.of("total", 1), "by phone", "ada").call();
    assertThat(server.last().body())
        .isEqualTo(
            "{\"action_type\":\"complete_manually\",\"completion_data\":{\"result\":{\"total\":1}},"
                + "\"reason\":\"by phone\",\"completed_by\":\"ada\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST, REFUSED",
    "401, UNAUTHORIZED, NOT_ALLOWED",
    "403, FORBIDDEN, NOT_ALLOWED",
    "404, NOT_FOUND, NOT_FOUND",
    "409, CONFLICT, CONFLICT",
    "500, DATABASE_ERROR, UNAVAILABLE",
    "503, CIRCUIT_BREAKER_OPEN, UNAVAILABLE",
    "503, BACKPRESSURE, OVERLOADED"
  })
  void aRefusal_isOfAKind(int code, String name, Kind kind) {
    String answer = "{\"error\": {\"code\": \"" + name + "\", \"message\": \"so it is\"}}";
    server.answers(code, answer);

    ClusterException refusal =
        catchThrowableOfType(ClusterException.class, () -> client.task(TASK).call());
    assertThat(refusal).hasMessage("The cluster answered %d %s: so it is", code, name);
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.code()).isEqualTo(name);
    assertThat(refusal.retryAfter().isPresent()).isEqualTo(code == 503);
  }

  @Test
  void anAnswerThatIsNoneOfTheClusters_isUnavailable() {
    server.answers(502, "<html>");
    assertThatThrownBy(() -> client.task(TASK).call()).hasMessage("The cluster answered 502");

    server.answers(200, "<html>");
    assertThatThrownBy(() -> client.task(TASK).call())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aClusterThatIsNotThere_isUnavailable() throws IOException {
    server.close();
    ClusterException failure =
        catchThrowableOfType(ClusterException.class, () -> client.ready().call());
    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aCall_isAlsoMadeWithoutWaiting() throws Exception {
    assertThat(
            client
                .task(TASK)
                .callAsync()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .taskUuid())
        .isEqualTo(TASK);

    server.answers(404, "{\"error\": {\"code\": \"NOT_FOUND\", \"message\": \"no\"}}");
    assertThatThrownBy(
            () -> client.task(TASK).callAsync().toCompletableFuture().get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ClusterException.class);
  }

  @Test
  void aClusterThatDoesNotAnswerInTime_isUnavailable() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        TaskerClient impatient =
            TaskerClient.builder("http://localhost:" + silent.getLocalPort())
                .timeout(Duration.ofMillis(50))
                .build()) {
      ClusterException failure =
          catchThrowableOfType(ClusterException.class, () -> impatient.ready().call());
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }
}
