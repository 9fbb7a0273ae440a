package io.tasker.client;

import io.tasker.TaskRequest;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes the request for a task as the cluster takes it. */
final class TaskBody {
  private static final String UNSAID = "tasker-java";

  private TaskBody() {}

  /**
   * Returns the body.
   *
   * @throws IllegalArgumentException if the request has no version or its input is no JSON object
   */
  static Map<String, Object> of(TaskRequest request, String sourceSystem, JacksonCodec codec) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", request.name());
    body.put("namespace", request.namespace());
    body.put(
        "version",
        request
            .version()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "A cluster needs the version of the workflow: TaskRequest.version(...)")));
    body.put("context", input(request, codec));
    body.put("initiator", said(request.initiator()));
    body.put("source_system", sourceSystem);
    body.put("reason", said(request.reason()));
    body.put("tags", request.tags());
    body.put("priority", request.priority());
    request.correlationId().ifPresent(id -> body.put("correlation_id", id.toString()));
    request.idempotencyKey().ifPresent(key -> body.put("idempotency_key", key));
    return body;
  }

  // A cluster requires both.
  private static String said(String text) {
    return text.isEmpty() ? UNSAID : text;
  }

  private static JsonNode input(TaskRequest request, JacksonCodec codec) {
    try {
      JsonNode input =
          request.input() instanceof String text
              ? codec.parse(text)
              : codec.toTree(request.input());
      if (input.isObject()) {
        return input;
      }
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException("The input is not a JSON object: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("The input is not a JSON object");
  }
}
