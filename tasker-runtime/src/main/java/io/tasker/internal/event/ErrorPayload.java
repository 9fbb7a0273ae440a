package io.tasker.internal.event;

import io.tasker.handler.StepFailure;
import io.tasker.internal.JacksonCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an event says of a failed attempt. */
final class ErrorPayload {
  private ErrorPayload() {}

  /** Returns the failure with the field names that step results have on a cluster. */
  static JsonNode of(StepFailure failure, JacksonCodec codec) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", failure.message());
    fields.put("error_type", failure.errorType());
    failure.code().ifPresent(code -> fields.put("error_code", code));
    fields.put("retryable", failure.retryable());
    if (!failure.context().isEmpty()) {
      fields.put("context", failure.context());
    }
    return codec.toTree(fields).deepCopy();
  }
}
