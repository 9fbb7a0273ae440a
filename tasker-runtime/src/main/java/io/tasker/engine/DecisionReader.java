package io.tasker.engine;

import io.tasker.handler.Decision;
import io.tasker.internal.DecisionJson;
import io.tasker.internal.InvalidOutcomeException;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads decisions: {@link Decision}, or JSON as Tasker Core takes it. */
final class DecisionReader implements ResultReader {
  private final TaskPlan plan;
  private final JacksonCodec codec;

  DecisionReader(TaskPlan plan, JacksonCodec codec) {
    this.plan = plan;
    this.codec = codec;
  }

  @Override
  public AttemptOutcome read(StepPlan step, int attempt, @Nullable Object returned) {
    JsonNode result =
        returned instanceof Decision<?> decision
            ? DecisionJson.of(step.name(), decision, codec)
            : codec.toTree(returned);
    List<Integer> routes = new ArrayList<>();
    for (String name : names(step, result)) {
      int route = route(step, name);
      if (!routes.contains(route)) {
        routes.add(route);
      }
    }
    return AttemptOutcome.success(new TaskEvent.Decided(step.index(), attempt, routes), result);
  }

  private static List<String> names(StepPlan step, JsonNode result) {
    JsonNode outcome = result.path(DecisionJson.OUTCOME);
    String type = outcome.path("type").asString("");
    if (type.equals("no_branches")) {
      return List.of();
    }
    JsonNode names = outcome.path("step_names");
    if (!type.equals("create_steps") || !names.isArray() || names.isEmpty()) {
      throw InvalidOutcomeException.decision(
          step.name(),
          "is a decision, but its result has no "
              + DecisionJson.OUTCOME
              + " of type create_steps, with step_names, or no_branches");
    }
    return names.valueStream().map(name -> name.asString("")).toList();
  }

  private int route(StepPlan step, String name) {
    return plan.step(name)
        .filter(route -> plan.ancestry().isAbove(step.index(), route))
        .filter(route -> route.definition().type() != StepType.BATCH_WORKER)
        .map(StepPlan::index)
        .orElseThrow(
            () ->
                InvalidOutcomeException.decision(
                    step.name(),
                    "chose '%s', which is not a step below it; below it: %s"
                        .formatted(name, String.join(", ", choices(step)))));
  }

  private List<String> choices(StepPlan step) {
    return plan.ancestry().below(step).stream()
        .mapToObj(plan.steps()::get)
        .filter(below -> below.definition().type() != StepType.BATCH_WORKER)
        .map(StepPlan::name)
        .toList();
  }
}
