package io.tasker.samples.approval;

import io.tasker.HandlerRegistry;
import io.tasker.handler.DecisionCapable;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The same decision without annotations: functions and handler classes, registered by name, for the
 * steps of {@code approval_by_hand.yaml}. Nothing here is checked before it runs.
 */
public final class ApprovalByHand {
  private ApprovalByHand() {}

  /**
   * Returns the handlers.
   *
   * @return a new registry
   */
  public static HandlerRegistry handlers() {
    return HandlerRegistry.empty()
        .register("approval_validate", ApprovalByHand::validate)
        .register(new Routing("approval_routing"))
        .register(new Approver("approval_approve"))
        .registerDependencies("approval_finalize", ApprovalByHand::summarize);
  }

  private static Object validate(JsonNode request) {
    BigDecimal amount = request.path("amount").decimalValue();
    if (amount.signum() <= 0) {
      throw new ValidationException("Amount must be positive", "INVALID_AMOUNT");
    }
    return Map.of("amount", amount, "requester", request.path("requester").asString());
  }

  /** The thresholds are configuration, so another template may have others. */
  private record Routing(String name) implements StepHandler, DecisionCapable {
    @Override
    public StepExecutionResult call(StepContext context) {
      BigDecimal amount = context.dependencyField("validate_request", "amount", BigDecimal.class);
      if (amount.compareTo(context.config("manager_from", BigDecimal.class)) < 0) {
        return decisionSuccess(context, List.of("auto_approve"), Map.of("tier", "auto"));
      }
      if (amount.compareTo(context.config("finance_from", BigDecimal.class)) < 0) {
        return decisionSuccess(context, List.of("manager_approval"), Map.of("tier", "manager"));
      }
      return decisionSuccess(
          context, List.of("manager_approval", "finance_review"), Map.of("tier", "dual"));
    }
  }

  /** One handler for three steps, which differ in their configuration. */
  private record Approver(String name) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      String approver = context.config("approver", String.class);
      return StepExecutionResult.success(
          context, Map.of("approved", true, "approved_by", approver));
    }
  }

  private static Object summarize(Map<String, JsonNode> results) {
    List<JsonNode> approvals =
        results.values().stream().filter(result -> result.has("approved")).toList();
    return Map.of(
        "final_status", "approved",
        "approval_count", approvals.size(),
        "approvals", approvals.stream().map(each -> each.path("approved_by").asString()).toList(),
        "all_approved", approvals.stream().allMatch(each -> each.path("approved").asBoolean()));
  }
}
