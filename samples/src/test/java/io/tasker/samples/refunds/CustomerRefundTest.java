package io.tasker.samples.refunds;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class CustomerRefundTest {
  private final boolean jsonRoundTrip;

  CustomerRefundTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(String ticket, String customer, String amount) {
    return WorkflowTest.of("customer_success", "process_refund")
        .jsonRoundTrip(jsonRoundTrip)
        .run(
            new CustomerRefund.Request(
                ticket, customer, "ada@example.com", new BigDecimal(amount), Optional.empty()));
  }

  @Test
  void aStandardCustomer_isRefundedWhenAManagerAgrees() {
    WorkflowRun run = run("TICKET-COMP-CS", "cust_cs-completion", "99.99");

    assertThat(run)
        .isComplete()
        .startedSteps(
            "validate_refund_request",
            "check_refund_policy",
            "get_manager_approval",
            "execute_refund_workflow",
            "update_ticket_status")
        .hasResult("validate_refund_request", "/customer_tier", "standard")
        .hasResult("validate_refund_request", "/reason", "No reason provided")
        .hasResult("check_refund_policy", "/approval_path", "director")
        .hasResult("check_refund_policy", "/refund_window_days", 30)
        .hasResult("check_refund_policy", "/max_allowed_amount", 100)
        .hasResult("get_manager_approval", "/manager_id", "mgr_5")
        .hasResult(
            "get_manager_approval",
            "/approval_note",
            "Approved refund request for customer cust_cs-completion")
        .hasResult("execute_refund_workflow", "/amount_refunded", new BigDecimal("99.99"))
        .hasResult("execute_refund_workflow", "/target_workflow", "process_refund")
        .hasResult("update_ticket_status", "/new_status", "resolved");
    assertThat(run.result("update_ticket_status", CustomerRefund.Ticket.class).resolutionNote())
        .startsWith("Refund of $99.99 processed successfully. Correlation ID: cs-corr_");
  }

  @ParameterizedTest
  @CsvSource({
    "cust_1, 50, standard, manager, 30, 100, false",
    "cust_1, 50.01, standard, director, 30, 100, false",
    "gold_1, 500, gold, auto, 60, 500, true",
    "vip_1, 1000, premium, auto, 90, 1000, true",
    "premium_1, 1, premium, auto, 90, 1000, true"
  })
  void theTier_decidesWhoIsAsked(
      String customer,
      String amount,
      String tier,
      String path,
      int window,
      int most,
      boolean auto) {
    assertThat(run("TICKET-1", customer, amount))
        .isComplete()
        .hasResult("validate_refund_request", "/customer_tier", tier)
        .hasResult("check_refund_policy", "/approval_path", path)
        .hasResult("check_refund_policy", "/refund_window_days", window)
        .hasResult("check_refund_policy", "/max_allowed_amount", most)
        .hasResult("get_manager_approval", "/auto_approved", auto);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TICKET-1 | 0 | Refund amount must be positive",
        "TICKET-1 | 10000.01 | Refund amount $10000.01 exceeds maximum single refund limit of",
        "ticket_closed_1 | 10 | Cannot process refund for closed ticket",
        "ticket_cancelled_1 | 10 | Cannot process refund for cancelled ticket"
      })
  void aRequestThatIsNone_isRefusedForGood(String ticket, String amount, String message) {
    assertThat(run(ticket, "cust_1", amount))
        .isError()
        .hasStep("check_refund_policy", step -> step.isPending())
        .hasStep("validate_refund_request")
        .hasAttempts(1)
        .hasMessageContaining(message);
  }

  @Test
  void moreThanTheTierAllows_endsAtThePolicy() {
    assertThat(run("TICKET-1", "cust_1", "149.99"))
        .isError()
        .completedSteps("validate_refund_request")
        .hasStep("check_refund_policy")
        .hasAttempts(1)
        .hasMessageContaining("Refund amount exceeds policy limit: $149.99 (max: $100.00)");
  }

  @ParameterizedTest
  @CsvSource({
    "ticket_denied_1, Manager denied refund request",
    "ticket_pending_1, Waiting for manager approval"
  })
  void withoutAnApproval_nothingIsRefunded(String ticket, String message) {
    assertThat(run(ticket, "cust_1", "10"))
        .isError()
        .hasElapsed(ZERO)
        .hasStep("execute_refund_workflow", step -> step.isPending())
        .hasStep("get_manager_approval")
        .hasAttempts(1)
        .hasMessageContaining(message);
  }

  @Test
  void aLockedTicket_isTriedThreeTimes() {
    assertThat(run("ticket_locked_1", "cust_1", "10"))
        .isError()
        .hasAttemptsAfter("update_ticket_status", ZERO, ofSeconds(1), ofSeconds(3));
  }
}
