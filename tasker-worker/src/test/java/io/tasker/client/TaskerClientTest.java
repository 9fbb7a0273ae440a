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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  // As Tasker Core 0.1.8 answered them.
  private static final String TASK_JSON =
      """
      {"task_uuid":"01900000-0000-7000-8000-000000000001","name":"order","namespace":"shop",
       "version":"1.0.0","status":"steps_in_process","created_at":"2026-11-24T16:32:54.504969Z",
       "updated_at":"2026-11-24T16:32:56.416922Z","completed_at":null,"context":{"n":59},
       "initiator":"ada","source_system":"shop-site","reason":"test","priority":0,"tags":["a"],
       "correlation_id":"01900000-0000-7000-8000-0000000000c0","parent_correlation_id":null,
       "total_steps":4,"pending_steps":2,"in_progress_steps":1,"completed_steps":1,
       "failed_steps":0,"ready_steps":0,"execution_status":"processing",
       "recommended_action":"wait_for_completion","completion_percentage":25.0,
       "health_status":"healthy","steps":[
        {"workflow_step_uuid":"01900000-0000-7000-8000-00000000000a",
         "last_attempted_at":"2026-11-24T16:32:54.584854"}]}
      """;
  private static final String STEP_JSON =
      """
      {"step_uuid":"01900000-0000-7000-8000-00000000000a",
       "task_uuid":"01900000-0000-7000-8000-000000000001","name":"validate",
       "created_at":"2026-11-24T16:32:54.504969Z","updated_at":"2026-11-24T16:32:55.264152Z",
       "completed_at":"2026-11-24T16:32:55.263816Z",
       "results":{"success":true,"result":{"total":42}},"current_state":"complete",
       "dependencies_satisfied":true,"retry_eligible":true,"ready_for_execution":false,
       "total_parents":2,"completed_parents":2,"attempts":2,"max_attempts":3,
       "last_failure_at":null,"next_retry_at":null,
       "last_attempted_at":"2026-11-24T16:32:54.584854Z"}
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
    assertThat(task.createdAt()).isEqualTo("2026-11-24T16:32:54.504969Z");
    assertThat(task.completedAt()).isNull();
    assertThat(task.context().path("n").asInt()).isEqualTo(59);
    assertThat(task.executionStatus()).isEqualTo("processing");
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
        client
            .tasks(
                TaskFilter.all()
                    .namespace("shop")
                    .complete(false)
                    .initiator("ada")
                    .sourceSystem("shop-site")
                    .page(2, 1))
            .call();
    assertThat(server.last().line())
        .isEqualTo(
            "GET /v1/tasks?page=2&per_page=1&namespace=shop&status=pending&initiator=ada"
                + "&source_system=shop-site");
    assertThat(page.tasks()).hasSize(1);
    assertThat(page.pagination()).isEqualTo(new TaskPage.Pagination(2, 1, 5, 5, true));
  }

  @Test
  void aList_saysOnlyWhetherATaskIsComplete() {
    server.answers(
        200, page(1, false, status("completed"), status("pending"), status("steps_in_process")));

    assertThat(client.tasks(TaskFilter.all()).call().tasks())
        .extracting(ClusterTask::state)
        .containsExactly(Optional.of(TaskState.COMPLETE), Optional.empty(), Optional.empty());
  }

  @Test
  void allTasks_areThoseOfAllPages_askedForOneByOne() {
    List<String> asked = new ArrayList<>();
    server.answers(
        request -> {
          asked.add(request);
          return request.contains("page=3&")
              ? page(3, false, TASK_JSON)
              : page(asked.size(), true, TASK_JSON, TASK_JSON);
        });
    TaskFilter filter = TaskFilter.all().page(1, 2);

    assertThat(client.allTasks(filter)).hasSize(5);
    assertThat(asked)
        .containsExactly(
            "GET /v1/tasks?page=1&per_page=2",
            "GET /v1/tasks?page=2&per_page=2",
            "GET /v1/tasks?page=3&per_page=2");
    asked.clear();
    assertThat(client.allTasks(filter).limit(2)).hasSize(2);
    assertThat(asked).hasSize(1);
  }

  private static String status(String status) {
    return TASK_JSON.replace("steps_in_process", status);
  }

  private static String page(int number, boolean hasNext, String... tasks) {
    return "{\"tasks\": [%s], \"pagination\": {\"page\": %d, \"per_page\": 2, \"total_count\": 5, \"total_pages\": 3, \"has_next\": %b, \"has_previous\": true}}"
        .formatted(String.join(",", tasks), number, hasNext);
  }

  @Test
  void theOutcomesOfAStep_areListed() {
    server.answers(
        200,
        """
        [{"audit_uuid":"01a20e67-3546-7150-90f1-2130f72d2e3b",
          "workflow_step_uuid":"01900000-0000-7000-8000-00000000000a",
          "transition_uuid":"01a20e67-3545-7dd1-9879-e90de22811fb",
          "task_uuid":"01900000-0000-7000-8000-000000000001",
          "recorded_at":"2026-11-24T16:32:54.596550Z",
          "worker_uuid":"9580368c-3299-4d95-bfb0-bbfa0a61a604","success":true,
          "result":{"data":{"success":true},"type":"EnqueueForOrchestration"},
          "step_name":"first","from_state":"in_progress","to_state":"enqueued_for_orchestration"}]
        """);

    StepAudit audit = client.audit(TASK, STEP).call().get(0);
    assertThat(server.last().line())
        .isEqualTo("GET /v1/tasks/" + TASK + "/workflow_steps/" + STEP + "/audit");
    assertThat(audit.recordedAt()).isEqualTo("2026-11-24T16:32:54.596550Z");
    assertThat(audit.success()).isTrue();
    assertThat(audit.executionTimeMs()).isNull();
    assertThat(audit.correlationId()).isNull();
  }

  @Test
  void steps_areListedAndFound() {
    server.answers(200, "[" + STEP_JSON + "]");
    List<ClusterStep> steps = client.steps(TASK).call();
    assertThat(server.last().line()).isEqualTo("GET /v1/tasks/" + TASK + "/workflow_steps");
    assertThat(steps.get(0).state()).contains(StepState.COMPLETE);
    assertThat(steps.get(0).results()).isNotNull();

    server.answers(200, STEP_JSON);
    ClusterStep step = client.step(TASK, STEP).call();
    assertThat(step.attempts()).isEqualTo(2);
    assertThat(step.lastAttemptedAt()).isEqualTo("2026-11-24T16:32:54.584854Z");
    assertThat(step.completedAt()).isEqualTo("2026-11-24T16:32:55.263816Z");
    assertThat(step.nextRetryAt()).isNull();

    server.answers(200, STEP_JSON.replace("{\"success\":true,\"result\":{\"total\":42}}", "null"));
    assertThat(client.step(TASK, STEP).call().results()).isNull();
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

  @Test
  void aTaskThatIsThereAlready_isAConflictThatSaysWhatTellsTasksApart() {
    server.answers(
        409,
        """
        {"error":{"code":"CONFLICT","message":"A task with this identity already exists"}}
        """);
    TaskRequest task = TaskRequest.of("shop", "order").version("1.0.0").input(Map.of("n", 1));
    String message =
        "The cluster answered 409 CONFLICT: A task with this identity already exists. Tasker Core"
            + " tells tasks apart by workflow and input alone: look for the task there is, or give"
            + " the input a field that differs";

    ClusterException conflict =
        catchThrowableOfType(ClusterException.class, () -> client.create(task).call());
    assertThat(conflict).hasMessage(message);
    assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
    assertThatThrownBy(() -> client.create(task.idempotencyKey("k")).call())
        .hasMessage(
            message + ". The idempotency key of the request does not matter to Tasker Core 0.1.8");
    assertThatThrownBy(() -> client.create(task).callAsync().toCompletableFuture().get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .hasMessage(message);
    assertThatThrownBy(() -> client.cancel(TASK).call())
        .hasMessage("The cluster answered 409 CONFLICT: A task with this identity already exists");
  }
}
