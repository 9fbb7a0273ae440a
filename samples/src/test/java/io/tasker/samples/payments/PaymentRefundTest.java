package io.tasker.samples.payments;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class PaymentRefundTest {
  private final boolean jsonRoundTrip;

  PaymentRefundTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(String payment, String amount, Map<String, String> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("payment_id", payment);
    input.put("refund_amount", new BigDecimal(amount));
    return WorkflowTest.of("payments", "process_refund")
        .jsonRoundTrip(jsonRoundTrip)
        .startingAt(Instant.parse("2026-03-01T10:00:00Z"))
        .run(input);
  }

  @ParameterizedTest
  @CsvSource({"75.50, 1075.50, 7.02", "99.99, 1099.99, 9.09"})
  void aRefund_isCheckedSentBookedAndTold(String amount, String original, String percentage) {
    BigDecimal refunded = new BigDecimal(amount);

    assertThat(
            run("pay_1", amount, Map.of("customer_email", "ada@example.com", "order_id", "ORD-7")))
        .isComplete()
        .startedSteps(
            "validate_payment_eligibility",
            "process_gateway_refund",
            "update_payment_records",
            "notify_customer")
        .hasResult("validate_payment_eligibility", "/original_amount", new BigDecimal(original))
        .hasResult("validate_payment_eligibility", "/refund_percentage", new BigDecimal(percentage))
        .hasResult("process_gateway_refund", "/amount_processed", refunded)
        .hasResult("process_gateway_refund", "/gateway_status", "approved")
        .hasResult("update_payment_records", "/fiscal_period", "2026-Q1")
        .hasResult("update_payment_records", "/ledger_entries/0/amount", refunded)
        .hasResult("update_payment_records", "/ledger_entries/1/type", "credit")
        .hasResult("update_payment_records", "/history_entries_created", 2)
        .hasResult("notify_customer", "/recipient", "ada@example.com")
        .hasResult(
            "notify_customer",
            "/subject",
            "Your refund of $%s for order ORD-7 has been processed".formatted(amount))
        .hasResult(
            "notify_customer",
            "/body_preview",
            "Your refund of $%s has been processed and will arrive within 5 business days."
                .formatted(amount));
  }

  @ParameterizedTest
  @CsvSource({
    "credit_card, 2026-03-06",
    "debit_card, 2026-03-04",
    "bank_transfer, 2026-03-08",
    "gift_card, 2026-03-02",
    "cheque, 2026-03-06"
  })
  void theMethod_decidesWhenTheMoneyArrives(String method, String arrival) {
    assertThat(run("pay_1", "500", Map.of("payment_method", method)))
        .isComplete()
        .hasResult("process_gateway_refund", "/estimated_arrival", arrival);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pay_1 | 0 | credit_card | Refund amount must be positive",
        "pay_test_insufficient | 1 | credit_card | Insufficient funds available for refund",
        "pay_test_ineligible | 1 | credit_card | past refund window",
        "pay_1 | 500.01 | gift_card | Payment method 'gift_card' does not support automated refunds",
        "pay_1 | 1 | crypto | Payment method 'crypto' does not support automated refunds"
      })
  void aPaymentThatCannotBeRefunded_endsTheTask(
      String payment, String amount, String method, String message) {
    assertThat(run(payment, amount, Map.of("payment_method", method)))
        .isError()
        .hasElapsed(ZERO)
        .hasStep("validate_payment_eligibility")
        .hasAttempts(1)
        .hasMessageContaining(message);
  }

  @Test
  void aPaymentThatIsStillProcessing_isTriedThreeTimes() {
    assertThat(run("pay_test_processing", "1", Map.of()))
        .isError()
        .hasAttemptsAfter("validate_payment_eligibility", ZERO, ofSeconds(1), ofSeconds(3));
  }

  @Test
  void aGatewayThatTimesOut_isTriedTwice() {
    assertThat(run("pay_test_gateway_timeout", "1", Map.of()))
        .isError()
        .completedSteps("validate_payment_eligibility")
        .hasAttemptsAfter("process_gateway_refund", ZERO, ofSeconds(5));
  }

  @Test
  void aGatewayThatRefuses_isNotTriedAgain() {
    assertThat(run("pay_test_gateway_error", "1", Map.of()))
        .isError()
        .hasStep("process_gateway_refund")
        .hasAttempts(1)
        .hasMessageContaining("Gateway refund failed: Gateway error");
  }

  @Test
  void aLockedRecord_isTriedThreeTimes_andTheRefundOnce() {
    assertThat(run("pay_test_record_lock", "1", Map.of()))
        .isError()
        .hasAttemptsAfter("process_gateway_refund", ZERO)
        .hasAttemptsAfter("update_payment_records", ZERO, ofSeconds(1), ofSeconds(3));
  }

  @Test
  void aMailThatBounces_isNotSentAgain() {
    assertThat(run("pay_1", "1", Map.of("customer_email", "ada@test_bounce")))
        .isError()
        .hasStep("notify_customer")
        .hasAttempts(1)
        .hasMessageContaining("Customer email bounced");
  }

  @Test
  void aBusyMailService_isTriedFiveTimes() {
    assertThat(run("pay_1", "1", Map.of("customer_email", "ada@test_rate_limit")))
        .isError()
        .hasAttemptsAfter(
            "notify_customer", ZERO, ofSeconds(1), ofSeconds(3), ofSeconds(7), ofSeconds(15));
  }
}
