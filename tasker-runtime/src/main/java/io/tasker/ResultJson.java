package io.tasker;

import io.tasker.handler.StepFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a task came to as JSON, the same for each engine. */
final class ResultJson {
  private ResultJson() {}

  static JsonNode of(TaskResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("task_uuid", result.id().toString());
    json.put("workflow", result.workflow());
    json.put("status", result.state().coreName());
    result.failure().ifPresent(text -> json.put("failure", text));
    ObjectNode byName = json.putObject("steps");
    for (StepReport step : result.steps()) {
      ObjectNode entry = byName.putObject(step.name());
      entry.put("current_state", step.state().coreName());
      entry.put("attempts", step.attempts());
      if (step.state().satisfiesDependencies()) {
        entry.set("result", step.json());
      }
      step.failure().ifPresent(failure -> entry.set("error", error(failure)));
    }
    return json;
  }

  private static ObjectNode error(StepFailure failure) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("message", failure.message());
    error.put("error_type", failure.errorType());
    failure.code().ifPresent(code -> error.put("error_code", code));
    error.put("retryable", failure.retryable());
    return error;
  }
}
