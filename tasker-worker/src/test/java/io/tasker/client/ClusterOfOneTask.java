package io.tasker.client;

import io.tasker.client.OrchestratorServer.Answer;
import io.tasker.client.OrchestratorServer.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a cluster answers that has one task, with answers as Tasker Core 0.1.8 gave them. */
final class ClusterOfOneTask {
  static final String ID = "01900000-0000-7000-8000-000000000001";
  private static final String TASK =
      """
      {"task_uuid":"01900000-0000-7000-8000-000000000001","name":"order","namespace":"shop",
       "version":"1.0.0","status":"%s","created_at":"2026-11-24T16:32:54.504969Z",
       "updated_at":"2026-11-24T16:32:56.416922Z","completed_at":null,"context":{"n":59},
       "initiator":"ada","source_system":"shop-site","reason":"test","priority":0,"tags":["a"],
       "correlation_id":"%s","parent_correlation_id":null,
       "total_steps":4,"pending_steps":2,"in_progress_steps":1,"completed_steps":1,
       "failed_steps":0,"ready_steps":0,"execution_status":"processing",
       "recommended_action":"wait_for_completion","completion_percentage":25.0,
       "health_status":"healthy","steps":[]}
      """;
  private static final String STEP =
      """
      {"step_uuid":"01900000-0000-7000-8000-00000000000a",
       "task_uuid":"01900000-0000-7000-8000-000000000001","name":"%s",
       "created_at":"2026-11-24T16:32:54.504969Z","updated_at":"2026-11-24T16:32:55.264152Z",
       "completed_at":null,"results":%s,"current_state":"%s","dependencies_satisfied":true,
       "retry_eligible":true,"ready_for_execution":false,"total_parents":0,
       "completed_parents":0,"attempts":%d,"max_attempts":3,"last_failure_at":null,
       "next_retry_at":null,"last_attempted_at":null}
      """;
  private static final String SUMMARY =
      """
      {"task":{"task_uuid":"01900000-0000-7000-8000-000000000001","name":"order",
        "namespace":"shop","version":"1.0.0","status":"complete",
        "created_at":"2026-11-24T20:17:16.999700Z","updated_at":"2026-11-24T20:17:16.999700Z",
        "completed_at":null,"initiator":"me","source_system":"curl","reason":"t",
        "correlation_id":"4719ca5f-9d9f-4983-8eb2-26b177010a03","total_steps":2,
        "pending_steps":1,"in_progress_steps":0,"completed_steps":0,"failed_steps":0,
        "completion_percentage":0.0,"health_status":"healthy","execution_status":"processing",
        "recommended_action":null},
       "template":{"steps":[%s]},"steps":[],
       "dlq":{"in_dlq":false,"dlq_reason":null,"resolution_status":null}}
      """;

  final List<Request> asked = new CopyOnWriteArrayList<>();
  volatile String correlation = "01900000-0000-7000-8000-0000000000c0";
  volatile String status = "steps_in_process";
  volatile List<String> steps = List.of();

  /** Returns a step as the cluster tells of it. */
  static String step(String name, String state, int attempts, String results) {
    return STEP.formatted(name, results, state, attempts);
  }

  static String complete(String name, String result) {
    return step(name, "complete", 1, "{\"success\":true,\"result\":" + result + "}");
  }

  static String failed(String name, int attempts, String message) {
    return step(
        name,
        "error",
        attempts,
        """
        {"success":false,"result":{},"error":{"message":"%s","error_type":"validation_error"},
         "metadata":{"retryable":false,"error_code":"NO","error_type":"ValidationError",
          "custom":{"facts":2},"context":{"cart":"c-1"}}}
        """
            .formatted(message));
  }

  String task() {
    return TASK.formatted(status, correlation);
  }

  Answer answer(Request request) {
    asked.add(request);
    String line = request.line();
    if (line.endsWith("/workflow_steps")) {
      return new Answer(200, "[" + String.join(",", steps) + "]");
    }
    if (line.endsWith("/summary")) {
      return new Answer(
          200,
          SUMMARY.formatted(
              String.join(
                  ",",
                  List.of("validate", "batch", "pay", "refund").stream()
                      .map(ClusterOfOneTask::inTemplate)
                      .toList())));
    }
    if (line.startsWith("PATCH")) {
      return new Answer(200, complete("pay", "{}"));
    }
    return new Answer(200, task());
  }

  private static String inTemplate(String name) {
    return """
        {"name":"%s","step_type":"standard","handler":"h","dependencies":[],"retryable":true,
         "max_attempts":3}
        """
        .formatted(name);
  }
}
