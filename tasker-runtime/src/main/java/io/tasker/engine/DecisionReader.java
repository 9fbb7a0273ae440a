package io.tasker.engine;

import io.tasker.handler.Decision;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads decisions: {@link Decision}, or JSON as Tasker Core takes it. */
final class DecisionReader implements ResultReader {
  private static final String OUTCOME = "decision_point_outcome";

  private final TaskPlan plan;
  private final JacksonCodec codec;

  DecisionReader(TaskPlan plan, JacksonCodec codec) {
    this.plan = plan;
    this.codec = codec;
  }

  @Override
  public AttemptOutcome read(StepPlan step, int attempt, @Nullable Object returned) {
    JsonNode result =
        returned instanceof Decision<?> decision ? json(step, decision) : codec.toTree(returned);
    List<Integer> routes = new ArrayList<>();
    for (String name : names(step, result)) {
      int route = route(step, name);
      if (!routes.contains(route)) {
        routes.add(route);
      }
    }
    return AttemptOutcome.success(new TaskEvent.Decided(step.index(), attempt, routes), result);
  }

  private ObjectNode json(StepPlan step, Decision<?> decision) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ObjectNode outcome = result.putObject(OUTCOME);
    if (decision.routes().isEmpty()) {
      outcome.put("type", "no_branches");
      result.put("skip_reason", decision.skipReason());
      result.put("reason", decision.skipReason());
    } else {
      outcome.put("type", "create_steps");
      ArrayNode names = outcome.putArray("step_names");
      decision.routes().forEach(route -> names.add(route.name().toLowerCase(Locale.ROOT)));
      result.set("steps_created", names.deepCopy());
    }
    if (decision.details() != null) {
      JsonNode details = codec.toTree(decision.details());
      if (!details.isObject()) {
        throw InvalidOutcomeException.decision(
            step, "gives its decision details that are no JSON object");
      }
      details.properties().stream()
          .filter(field -> !field.getKey().equals(OUTCOME))
          .forEach(field -> result.set(field.getKey(), field.getValue()));
    }
    return result;
  }

  private static List<String> names(StepPlan step, JsonNode result) {
    JsonNode outcome = result.path(OUTCOME);
    String type = outcome.path("type").asString("");
    if (type.equals("no_branches")) {
      return List.of();
    }
    JsonNode names = outcome.path("step_names");
    if (!type.equals("create_steps") || !names.isArray() || names.isEmpty()) {
      throw InvalidOutcomeException.decision(
          step,
          "is a decision, but its result has no "
              + OUTCOME
              + " of type create_steps, with step_names, or no_branches");
    }
    return names.valueStream().map(name -> name.asString("")).toList();
  }

  private int route(StepPlan step, String name) {
    return plan.step(name)
        .filter(route -> route.ancestors().contains(step.index()))
        .filter(route -> route.definition().type() != StepType.BATCH_WORKER)
        .map(StepPlan::index)
        .orElseThrow(
            () ->
                InvalidOutcomeException.decision(
                    step,
                    "chose '%s', which is not a step below it; below it: %s"
                        .formatted(name, String.join(", ", choices(step)))));
  }

  private List<String> choices(StepPlan step) {
    return plan.steps().stream()
        .filter(below -> below.ancestors().contains(step.index()))
        .filter(below -> below.definition().type() != StepType.BATCH_WORKER)
        .map(StepPlan::name)
        .toList();
  }
}
