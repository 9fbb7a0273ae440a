package io.tasker.interop;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskResult;
import io.tasker.client.ClusterStep;
import io.tasker.handler.StepFailure;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a task came to: how it ended and what became of each of its steps, as text that is the same
 * for two runs that went the same way. Ids that handlers draw at random are blotted out, and
 * nothing else.
 *
 * @param state the state of the task, by Tasker Core's name
 * @param steps the steps by name
 */
record TaskOutcome(String state, Map<String, String> steps) {

  // The cluster's jsonb sorts the keys of objects; metadata may hold records, written in snake
  // case.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();
  private static final MathContext DIGITS = new MathContext(15);

  // Where the local engine ends a task in error, Tasker Core leaves it to an operator.
  private static final Map<String, String> HOW_IT_ENDED = Map.of("blocked_by_failures", "error");

  private static final Pattern RANDOM_ID =
      Pattern.compile(
          "\\b(ORD-\\d{8}-|AUTH)[0-9A-F]{6}\\b"
              + "|\\b([A-Z]+-)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
              + "|\\b([a-z-]+_)[0-9a-f]{8,12}\\b");

  static TaskOutcome of(TaskResult result) {
    return new TaskOutcome(
        result.state().coreName(), byName(result.steps(), StepReport::name, TaskOutcome::describe));
  }

  static TaskOutcome of(String state, List<ClusterStep> steps) {
    return new TaskOutcome(
        HOW_IT_ENDED.getOrDefault(state, state),
        byName(steps, ClusterStep::name, TaskOutcome::describe));
  }

  private static <S> Map<String, String> byName(
      List<S> steps, Function<S, String> name, Function<S, String> description) {
    return steps.stream()
        .collect(Collectors.toMap(name, description, (a, b) -> a + " and " + b, TreeMap::new));
  }

  private static String describe(StepReport step) {
    String came =
        step.state() == StepState.COMPLETE
            ? "result " + text(step.json()) + " with " + text(JSON.valueToTree(step.metadata()))
            : step.failure().map(TaskOutcome::describe).orElse("nothing");
    return line(step.state().coreName(), step.attempts(), came);
  }

  private static String describe(StepFailure failure) {
    return failure(
        failure.errorType(), failure.code().orElse("null"), failure.message(), failure.retryable());
  }

  private static String describe(ClusterStep step) {
    JsonNode results = step.results();
    boolean hasSome = results != null && !results.isNull();
    return line(step.currentState(), step.attempts(), hasSome ? came(results) : "nothing");
  }

  private static String came(JsonNode results) {
    JsonNode metadata = results.path("metadata");
    if (results.path("success").asBoolean()) {
      return "result " + text(results.path("result")) + " with " + text(metadata.path("custom"));
    }
    return failure(
        metadata.path("error_type").asString(),
        metadata.path("error_code").asString("null"),
        results.path("error").path("message").asString(),
        metadata.path("retryable").asBoolean());
  }

  private static String failure(String type, String code, String message, boolean isRetryable) {
    return "failure %s %s '%s'%s".formatted(type, code, message, isRetryable ? " retryable" : "");
  }

  private static String line(String state, int attempts, String came) {
    return RANDOM_ID
        .matcher("%s after %d: %s".formatted(state, attempts, came))
        .replaceAll("$1$2$3…");
  }

  private static String text(JsonNode json) {
    return JSON.writeValueAsString(rounded(json));
  }

  // The orchestrator stores each result anew, with numbers that it has read as binary fractions: it
  // keeps 15 digits of them and no trailing zeros. Whole numbers stay as they are.
  private static JsonNode rounded(JsonNode json) {
    if (json.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      json.properties().forEach(each -> object.set(each.getKey(), rounded(each.getValue())));
      return object;
    }
    if (json.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      json.forEach(element -> array.add(rounded(element)));
      return array;
    }
    return json.isFloatingPointNumber()
        ? DecimalNode.valueOf(json.decimalValue().round(DIGITS).stripTrailingZeros())
        : json;
  }
}
