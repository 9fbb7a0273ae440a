package io.tasker.samples.approval;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;
import io.tasker.handler.Decision;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who approves a purchase depends on its amount. The constants of {@link Route} are the branches; a
 * branch that is not taken is no step of the task, so what it would give is {@link Optional}.
 */
@Workflow(
    namespace = "conditional_approval",
    name = "approval_routing",
    description = "Lets a rule, a manager or two people approve a purchase.")
public final class ApprovalRouting {
  private static final BigDecimal MANAGER_FROM = new BigDecimal(1_000);
  private static final BigDecimal FINANCE_FROM = new BigDecimal(5_000);

  private ApprovalRouting() {}

  enum Route {
    AUTO_APPROVE,
    MANAGER_APPROVAL,
    FINANCE_REVIEW
  }

  record Purchase(BigDecimal amount, String requester, String purpose) {}

  record Routing(String routeType, String reasoning) {}

  record Approval(String approver) {}

  record Outcome(BigDecimal amount, String approvalPath, List<String> approvalChain) {}

  @Handler
  static Purchase validateRequest(@Input Purchase purchase) {
    if (purchase.amount().signum() <= 0) {
      throw new ValidationException("Amount must be positive", "INVALID_AMOUNT");
    }
    if (purchase.requester().isBlank()) {
      throw new ValidationException("Requester cannot be empty", "EMPTY_REQUESTER");
    }
    if (purchase.purpose().isBlank()) {
      throw new ValidationException("Purpose cannot be empty", "EMPTY_PURPOSE");
    }
    return purchase;
  }

  @Handler
  static Decision<Route> routingDecision(
      @Depends(value = "validate_request", path = "amount") BigDecimal amount) {
    if (amount.compareTo(MANAGER_FROM) < 0) {
      return Decision.to(Route.AUTO_APPROVE)
          .with(new Routing("auto_approval", "below " + MANAGER_FROM));
    }
    if (amount.compareTo(FINANCE_FROM) < 0) {
      return Decision.to(Route.MANAGER_APPROVAL)
          .with(new Routing("manager_only", "below " + FINANCE_FROM));
    }
    return Decision.to(Route.MANAGER_APPROVAL, Route.FINANCE_REVIEW)
        .with(new Routing("dual_approval", "from " + FINANCE_FROM + " on"));
  }

  @Handler
  static Approval autoApprove() {
    return new Approval("automatic");
  }

  @Handler
  static Approval managerApproval() {
    return new Approval("manager");
  }

  @Handler
  static Approval financeReview() {
    return new Approval("finance");
  }

  @Handler
  static Outcome finalizeApproval(
      @Depends(value = "validate_request", path = "amount") BigDecimal amount,
      @Depends("auto_approve") Optional<Approval> automatic,
      @Depends("manager_approval") Optional<Approval> manager,
      @Depends("finance_review") Optional<Approval> finance) {
    String path =
        automatic.isPresent() ? "auto" : finance.isPresent() ? "dual_approval" : "manager_only";
    List<String> chain =
        Stream.of(automatic, manager, finance)
            .flatMap(Optional::stream)
            .map(Approval::approver)
            .sorted()
            .toList();
    return new Outcome(amount, path, chain);
  }
}
