package io.tasker.handler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What hand-written handlers of decision steps return. Methods with typed parameters return {@link
 * Decision} instead.
 *
 * <pre>{@code
 * final class Routing implements StepHandler, DecisionCapable {
 *   @Override
 *   public StepExecutionResult call(StepContext context) {
 *     return context.input("amount", Long.class) < 1_000
 *         ? decisionSuccess(context, List.of("auto_approve"), Map.of())
 *         : skipBranches(context, "too much", Map.of());
 *   }
 *
 *   @Override
 *   public String name() {
 *     return "routing";
 *   }
 * }
 * }</pre>
 */
public interface DecisionCapable {

  /**
   * Takes branches.
   *
   * @param context the context the handler was called with
   * @param steps the names of the steps to create, at least one
   * @param routingContext why, for later steps; empty for nothing
   * @return the outcome
   * @throws PermanentException if there is no step or a name is blank
   */
  default StepExecutionResult decisionSuccess(
      StepContext context, List<String> steps, Map<String, ?> routingContext) {
    if (steps.isEmpty() || steps.stream().anyMatch(String::isBlank)) {
      throw new PermanentException(
          "A decision names the steps it takes; to take none, skip", "INVALID_DECISION_OUTCOME");
    }
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("type", "create_steps");
    outcome.put("step_names", List.copyOf(steps));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("decision_point_outcome", outcome);
    result.put("steps_created", List.copyOf(steps));
    if (!routingContext.isEmpty()) {
      result.put("routing_context", routingContext);
    }
    return StepExecutionResult.success(context, result);
  }

  /**
   * Takes no branch.
   *
   * @param context the context the handler was called with
   * @param reason why, for people
   * @param routingContext why, for later steps; empty for nothing
   * @return the outcome
   */
  default StepExecutionResult skipBranches(
      StepContext context, String reason, Map<String, ?> routingContext) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("decision_point_outcome", Map.of("type", "no_branches"));
    result.put("skip_reason", reason);
    result.put("reason", reason);
    if (!routingContext.isEmpty()) {
      result.put("routing_context", routingContext);
    }
    return StepExecutionResult.success(context, result);
  }

  /**
   * Fails for good.
   *
   * @param context the context the handler was called with
   * @param message what went wrong and what to do
   * @param errorType one of {@link ErrorTypes}
   * @return the outcome, with the code {@code DECISION_ERROR}
   */
  default StepExecutionResult decisionFailure(
      StepContext context, String message, String errorType) {
    return StepExecutionResult.failure(context, message, "DECISION_ERROR", errorType, false);
  }
}
