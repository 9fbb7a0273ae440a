package io.tasker.client;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepFailure;
import io.tasker.internal.JacksonCodec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the last attempt of a step came to, as a worker stored it.
 *
 * @param result the result; that of a step without one is an empty object, as everywhere
 * @param failure why it failed, or empty
 * @param facts the facts about the run that the handler gave
 */
record StoredOutcome(JsonNode result, Optional<StepFailure> failure, Map<String, Object> facts) {

  /** Reads the document of a step; null if it has none. */
  static StoredOutcome of(@Nullable JsonNode document, JacksonCodec codec) {
    JsonNode stored = document == null ? codec.toTree(null) : document;
    JsonNode metadata = stored.path("metadata");
    boolean isSuccess = stored.path("success").asBoolean(false);
    JsonNode result = stored.path("result");
    boolean hasFailed = document != null && !isSuccess;
    return new StoredOutcome(
        isSuccess && !result.isMissingNode() ? result : JsonNodeFactory.instance.objectNode(),
        hasFailed ? Optional.of(failure(stored, metadata, codec)) : Optional.empty(),
        map(metadata.path("custom"), codec));
  }

  private static StepFailure failure(JsonNode stored, JsonNode metadata, JacksonCodec codec) {
    JsonNode error = stored.path("error");
    return new StepFailure(
        error.path("message").asString(""),
        metadata
            .path("error_type")
            .asString(error.path("error_type").asString(ErrorTypes.HANDLER_PANIC)),
        Optional.ofNullable(metadata.path("error_code").asString(null)),
        metadata.path("retryable").asBoolean(false),
        Optional.empty(),
        map(metadata.path("context"), codec),
        null);
  }

  private static Map<String, Object> map(JsonNode object, JacksonCodec codec) {
    if (!object.isObject()) {
      return Map.of();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            each -> map.put(each.getKey(), codec.read(each.getValue(), codec.type(Object.class))));
    return Collections.unmodifiableMap(map);
  }
}
