package io.tasker.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskState;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskSummaryTest {
  private static final UUID TASK = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID STEP = UUID.fromString("01900000-0000-7000-8000-00000000000a");

  @AutoClose private final OrchestratorServer server = new OrchestratorServer();
  @AutoClose private final TaskerClient client = TaskerClient.builder(server.url()).build();

  TaskSummaryTest() throws IOException {}

  @Test
  void aTaskItsWorkflowAndItsSteps_areOneAnswer() throws Exception {
    server.answers(
        200,
        """
        {"task":{"task_uuid":"01900000-0000-7000-8000-000000000001","name":"f","namespace":"t",
          "version":"1.0.0","status":"steps_in_process",
          "created_at":"2026-11-24T20:17:16.999700Z","updated_at":"2026-11-24T20:17:16.999700Z",
          "completed_at":null,"initiator":"me","source_system":"curl","reason":"t",
          "correlation_id":"4719ca5f-9d9f-4983-8eb2-26b177010a03","total_steps":2,
          "pending_steps":1,"in_progress_steps":0,"completed_steps":0,"failed_steps":0,
          "completion_percentage":0.0,"health_status":"healthy","execution_status":"processing",
          "recommended_action":"wait_for_completion"},
         "template":{"steps":[{"name":"b","step_type":"standard","handler":"shop_b",
          "dependencies":["a"],"retryable":true,"max_attempts":3}]},
         "steps":[{"step_uuid":"01900000-0000-7000-8000-00000000000a","name":"a",
          "current_state":"enqueued","created_at":"2026-11-24T20:17:16.9997",
          "completed_at":null,"last_attempted_at":null,"attempts":0,"max_attempts":3,
          "dependencies_satisfied":true,"retry_eligible":true,"error":null}],
         "dlq":{"in_dlq":true,"dlq_reason":"staleness_timeout","resolution_status":"pending"},
         "links":{"task":"/v1/tasks/1","steps":"/v1/tasks/1/workflow_steps","dlq":"/v1/dlq"}}
        """);

    TaskSummary summary =
        client.summary(TASK).callAsync().toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(server.last().line()).isEqualTo("GET /v1/tasks/" + TASK + "/summary");
    assertThat(summary.task().state()).contains(TaskState.STEPS_IN_PROCESS);
    assertThat(summary.task().createdAt()).isEqualTo("2026-11-24T20:17:16.999700Z");
    assertThat(summary.template().steps())
        .containsExactly(
            new TaskSummary.TemplateStep("b", "standard", "shop_b", List.of("a"), true, 3));
    assertThat(summary.steps().get(0).stepUuid()).isEqualTo(STEP);
    assertThat(summary.steps().get(0).createdAt()).isEqualTo("2026-11-24T20:17:16.9997");
    assertThat(summary.dlq()).isEqualTo(new TaskSummary.Dlq(true, "staleness_timeout", "pending"));
  }
}
