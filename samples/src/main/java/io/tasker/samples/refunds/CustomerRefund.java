package io.tasker.samples.refunds;

import io.tasker.annotation.Backoff;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BusinessRuleException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks a request for a refund against the rules of the customer's tier, has it approved, hands it
 * to the payments team and closes the ticket.
 */
@Workflow(
    namespace = "customer_success",
    name = "process_refund",
    description = "Refunds a customer whom the rules allow it.")
@Timeout("10s")
public final class CustomerRefund {
  private static final BigDecimal MOST = new BigDecimal("10000");
  private static final BigDecimal DIRECTOR_ABOVE = new BigDecimal("50");
  private static final int DAYS_SINCE_PURCHASE = 30;

  private CustomerRefund() {}

  record Request(
      String ticketId,
      String customerId,
      String customerEmail,
      BigDecimal refundAmount,
      Optional<String> refundReason) {}

  record Eligible(
      String requestId,
      String paymentId,
      Tier customerTier,
      BigDecimal amount,
      String reason,
      boolean eligible) {}

  record Policy(
      boolean policyCompliant,
      boolean requiresApproval,
      String approvalPath,
      int refundWindowDays,
      BigDecimal maxAllowedAmount,
      List<String> rulesApplied) {}

  record Approval(
      boolean approved,
      boolean autoApproved,
      String approvalPath,
      Optional<String> managerId,
      String approvalNote) {}

  record Delegation(
      String refundId,
      String correlationId,
      String targetNamespace,
      String targetWorkflow,
      BigDecimal amountRefunded,
      String status) {}

  record Ticket(
      String previousStatus,
      String newStatus,
      String resolution,
      String resolutionNote,
      boolean customerNotified) {}

  @Handler
  static Eligible validateRefundRequest(@Input Request request) {
    BigDecimal amount = request.refundAmount();
    if (amount.signum() <= 0) {
      throw new ValidationException("Refund amount must be positive");
    }
    if (amount.compareTo(MOST) > 0) {
      throw new ValidationException(
          "Refund amount %s exceeds maximum single refund limit of $10,000"
              .formatted(dollars(amount)));
    }
    for (String state : List.of("closed", "cancelled")) {
      if (request.ticketId().contains("ticket_" + state)) {
        throw new ValidationException("Cannot process refund for %s ticket".formatted(state));
      }
    }
    return new Eligible(
        id("req_"),
        id("pay_"),
        Tier.of(request.customerId()),
        amount,
        request.refundReason().orElse("No reason provided"),
        true);
  }

  @Handler
  @Retry(maxAttempts = 2)
  static Policy checkRefundPolicy(@Depends("validate_refund_request") Eligible request) {
    Tier tier = request.customerTier();
    if (DAYS_SINCE_PURCHASE > tier.windowDays) {
      throw new BusinessRuleException(
          "Refund request outside policy window: %d days (max: %d days)"
              .formatted(DAYS_SINCE_PURCHASE, tier.windowDays));
    }
    if (request.amount().compareTo(tier.most) > 0) {
      throw new BusinessRuleException(
          "Refund amount exceeds policy limit: %s (max: %s)"
              .formatted(dollars(request.amount()), dollars(tier.most)));
    }
    return new Policy(
        true,
        tier.requiresApproval,
        approvalPath(tier, request.amount()),
        tier.windowDays,
        tier.most,
        List.of("refund_window_check", "amount_limit_check", "tier_policy_check"));
  }

  /**
   * Tasker Core's example has one attempt here, so a manager who has yet to decide ends the task.
   */
  @Handler
  @Retry(maxAttempts = 1, backoff = Backoff.LINEAR, max = "60s")
  static Approval getManagerApproval(
      @Depends("validate_refund_request") Eligible request,
      @Depends("check_refund_policy") Policy policy,
      @Input("ticket_id") String ticket,
      @Input("customer_id") String customer) {
    if (!policy.requiresApproval()) {
      String note = "Auto-approved for customer tier " + request.customerTier();
      return new Approval(true, true, "auto", Optional.empty(), note);
    }
    if (ticket.contains("ticket_denied")) {
      throw new BusinessRuleException("Manager denied refund request");
    }
    if (ticket.contains("ticket_pending")) {
      throw new RetryableException("Waiting for manager approval");
    }
    return new Approval(
        true,
        false,
        "manager",
        Optional.of("mgr_" + (ticket.length() % 5 + 1)),
        "Approved refund request for customer " + customer);
  }

  @Handler
  static Delegation executeRefundWorkflow(
      @Depends("validate_refund_request") Eligible request,
      @Depends("get_manager_approval") Approval approval) {
    if (!approval.approved()) {
      throw new BusinessRuleException("Manager approval must be obtained before executing refund");
    }
    return new Delegation(
        id("rfnd_"), id("cs-corr_"), "payments", "process_refund", request.amount(), "processing");
  }

  @Handler
  static Ticket updateTicketStatus(
      @Depends("execute_refund_workflow") Delegation refund, @Input("ticket_id") String ticket) {
    if (ticket.contains("ticket_locked")) {
      throw new RetryableException("Ticket locked by another agent, will retry");
    }
    String note =
        "Refund of %s processed successfully. Correlation ID: %s"
            .formatted(dollars(refund.amountRefunded()), refund.correlationId());
    return new Ticket("in_progress", "resolved", "refund_processed", note, true);
  }

  private static String approvalPath(Tier tier, BigDecimal amount) {
    if (!tier.requiresApproval) {
      return "auto";
    }
    return amount.compareTo(DIRECTOR_ABOVE) > 0 ? "director" : "manager";
  }

  private static String dollars(BigDecimal amount) {
    return "$" + amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static String id(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
