package io.tasker.internal;

import io.tasker.handler.Decision;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes decisions as Tasker Core takes them. */
public final class DecisionJson {
  /** The field that holds which branches are taken. */
  public static final String OUTCOME = "decision_point_outcome";

  private DecisionJson() {}

  /**
   * Returns the result of a decision step.
   *
   * @param step the name of the step
   * @param decision what its handler returned
   * @param codec the codec
   * @return the JSON: the branches, and the details as fields beside them
   * @throws InvalidOutcomeException if the details are no JSON object
   * @throws UnfitValueException if the details cannot be JSON
   */
  public static ObjectNode of(String step, Decision<?> decision, JacksonCodec codec) {
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
}
