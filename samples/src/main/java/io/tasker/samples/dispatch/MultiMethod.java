package io.tasker.samples.dispatch;

import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.handler.ValidationException;

/**
 * One callable with four methods. The steps of {@code method_dispatch.yaml} name the one they want;
 * a step that names none gets the one called {@code call}.
 */
public final class MultiMethod {
  private static final String CALLABLE = "resolver_tests_multi_method";

  private MultiMethod() {}

  record Data(double amount, String reason) {}

  record Validated(String invokedMethod, double amount, boolean valid) {}

  record Processed(String invokedMethod, double processedAmount, double processingFee) {}

  record Refunded(String invokedMethod, double refundAmount, String reason) {}

  record Called(String invokedMethod) {}

  @Handler(value = CALLABLE, method = "validate", step = "validate_step")
  static Validated validate(@Input("data") Data data) {
    if (data.amount() <= 0) {
      throw new ValidationException("Amount must be positive");
    }
    return new Validated("validate", data.amount(), true);
  }

  // Binary fractions, as in Tasker Core's example: 110.00000000000001. Money is BigDecimal.
  @Handler(value = CALLABLE, method = "process", step = "process_step")
  static Processed process(@Input("data") Data data) {
    double processed = data.amount() * 1.1;
    return new Processed("process", processed, processed - data.amount());
  }

  @Handler(value = CALLABLE, method = "refund", step = "refund_step")
  static Refunded refund(@Input("data") Data data) {
    return new Refunded("refund", data.amount(), data.reason());
  }

  @Handler(value = CALLABLE, method = "call", step = "default_step")
  static Called call() {
    return new Called("call");
  }
}
