package io.tasker.samples.payments;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.handler.BusinessRuleException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sends money back: checks the payment, asks the gateway, keeps the books, tells the customer. */
@Workflow(
    namespace = "payments",
    name = "process_refund",
    description = "Sends the money of a payment back.")
@Retry(maxAttempts = 3)
@Timeout("10s")
public final class PaymentRefund {
  private static final BigDecimal MOST_ON_A_GIFT_CARD = new BigDecimal("500");
  private static final BigDecimal PAID_BEYOND_REFUND = new BigDecimal("1000");

  private PaymentRefund() {}

  record Payment(
      String paymentId,
      BigDecimal refundAmount,
      BigDecimal originalAmount,
      BigDecimal refundPercentage,
      String paymentMethod,
      String orderRef,
      String eligibilityStatus) {}

  record Refund(
      String refundId,
      BigDecimal amountProcessed,
      String gatewayStatus,
      String processorResponseCode,
      LocalDate estimatedArrival) {}

  record Entry(String type, BigDecimal amount, String currency) {}

  record Records(
      String paymentStatus,
      String fiscalPeriod,
      List<Entry> ledgerEntries,
      int historyEntriesCreated,
      String reconciliationStatus) {}

  record Notification(String recipient, String subject, String bodyPreview, String status) {}

  @Handler
  static Payment validatePaymentEligibility(
      @Input("payment_id") String id,
      @Input("refund_amount") BigDecimal amount,
      @Input(value = "payment_method", defaultValue = "credit_card") String method,
      @Input(value = "order_id", defaultValue = "unknown") String order) {
    if (amount.signum() <= 0) {
      throw new ValidationException("Refund amount must be positive");
    }
    if (id.contains("pay_test_insufficient")) {
      throw new BusinessRuleException("Insufficient funds available for refund");
    }
    if (id.contains("pay_test_processing")) {
      throw new RetryableException("Payment is still processing, cannot refund yet");
    }
    if (id.contains("pay_test_ineligible")) {
      throw new BusinessRuleException("Payment is not eligible for refund: past refund window");
    }
    boolean isTooMuch = method.equals("gift_card") && amount.compareTo(MOST_ON_A_GIFT_CARD) > 0;
    if (isTooMuch || method.equals("crypto")) {
      throw new BusinessRuleException(
          "Payment method '%s' does not support automated refunds for this amount"
              .formatted(method));
    }
    BigDecimal paid = amount.add(PAID_BEYOND_REFUND);
    BigDecimal percentage = amount.movePointRight(2).divide(paid, 2, RoundingMode.HALF_UP);
    return new Payment(id, amount, paid, percentage, method, order, "eligible");
  }

  @Handler
  @Retry(maxAttempts = 2, base = "5s", max = "60s")
  static Refund processGatewayRefund(
      @Depends("validate_payment_eligibility") Payment payment, @Provided Clock clock) {
    if (payment.paymentId().contains("pay_test_gateway_timeout")) {
      throw new RetryableException("Gateway timeout, will retry");
    }
    if (payment.paymentId().contains("pay_test_gateway_error")) {
      throw new BusinessRuleException("Gateway refund failed: Gateway error");
    }
    LocalDate arrival = LocalDate.now(clock).plusDays(daysUntilArrival(payment.paymentMethod()));
    return new Refund(id("rfnd_"), payment.refundAmount(), "approved", "00", arrival);
  }

  @Handler
  static Records updatePaymentRecords(
      @Depends("validate_payment_eligibility") Payment payment,
      @Depends("process_gateway_refund") Refund refund,
      @Provided Clock clock) {
    if (payment.paymentId().contains("pay_test_record_lock")) {
      throw new RetryableException("Payment record locked, will retry");
    }
    LocalDate today = LocalDate.now(clock);
    BigDecimal amount = refund.amountProcessed();
    return new Records(
        "refunded",
        today.getYear() + "-Q" + ((today.getMonthValue() - 1) / 3 + 1),
        List.of(new Entry("debit", amount, "USD"), new Entry("credit", amount, "USD")),
        2,
        "reconciled");
  }

  @Handler
  @Retry(maxAttempts = 5, max = "60s")
  static Notification notifyCustomer(
      @Depends("validate_payment_eligibility") Payment payment,
      @Depends("process_gateway_refund") Refund refund,
      @Depends(value = "update_payment_records", path = "payment_status") String status,
      @Input(value = "customer_email", defaultValue = "unknown@example.com") String email) {
    if (email.contains("@test_bounce")) {
      throw new BusinessRuleException("Customer email bounced");
    }
    if (email.contains("@test_rate_limit")) {
      throw new RetryableException("Email service rate limited, will retry");
    }
    String amount = dollars(refund.amountProcessed());
    return new Notification(
        email,
        "Your refund of %s for order %s has been processed".formatted(amount, payment.orderRef()),
        "Your refund of %s has been processed and will arrive within 5 business days."
            .formatted(amount),
        "sent");
  }

  private static int daysUntilArrival(String method) {
    return switch (method) {
      case "debit_card" -> 3;
      case "bank_transfer" -> 7;
      case "gift_card" -> 1;
      default -> 5;
    };
  }

  private static String dollars(BigDecimal amount) {
    return "$" + amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static String id(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
