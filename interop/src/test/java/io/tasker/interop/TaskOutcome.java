package io.tasker.interop;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskResult;
import io.tasker.client.ClusterStep;
import io.tasker.handler.StepFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a task came to: how it ended and what became of each of its steps, as text that is the same
 * for two runs that went the same way. Ids that handlers draw at random are blotted out, and
 * nothing else.
 *
 * @param state the state of the task, by Tasker Core's name
 * @param steps the steps by name
 */
record TaskOutcome(String state, Map<String, String> steps) {

  // The cluster's jsonb sorts the keys of objects.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();
  private static final Pattern RANDOM_ID =
      Pattern.compile(
          "\\b(req|pay|rfnd|cs-corr|usr|bill|pref|email|ORD-\\d{8}|RES|TXN)[_-]\\w{6,}");

  static TaskOutcome of(TaskResult result) {
    return new TaskOutcome(
        result.state().coreName(), byName(result.steps(), StepReport::name, TaskOutcome::describe));
  }

  static TaskOutcome of(String state, List<ClusterStep> steps) {
    return new TaskOutcome(state, byName(steps, ClusterStep::name, TaskOutcome::describe));
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
    return line(step.currentState(), step.attempts(), came(step.results()));
  }

  private static String came(@Nullable JsonNode results) {
    if (results == null || results.isNull()) {
      return "nothing";
    }
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
    return RANDOM_ID.matcher("%s after %d: %s".formatted(state, attempts, came)).replaceAll("$1_…");
  }

  private static String text(JsonNode json) {
    return JSON.writeValueAsString(json);
  }
}
