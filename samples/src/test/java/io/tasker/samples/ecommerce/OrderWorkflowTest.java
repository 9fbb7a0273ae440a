package io.tasker.samples.ecommerce;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The workflow as a whole, on the engine, in virtual time. */
@ByReferenceAndAsJson
class OrderWorkflowTest {
  private final boolean jsonRoundTrip;

  OrderWorkflowTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  @Test
  void order_isPricedPaidReservedAndConfirmed() {
    WorkflowRun run = orders().run(order("tok_test_success"));

    assertThat(run)
        .isComplete()
        .startedSteps(
            "validate_cart",
            "process_payment",
            "update_inventory",
            "create_order",
            "send_confirmation")
        .hasResult("validate_cart", "/subtotal", 109.97)
        .hasResult("validate_cart", "/tax", 8.80)
        .hasResult("validate_cart", "/shipping", 0)
        .hasResult("validate_cart", "/total", 118.77)
        .hasResult("process_payment", "/amount_charged", 118.77)
        .hasResult("update_inventory", "/total_items_reserved", 3)
        .hasResult("create_order", "/total_amount", 118.77)
        .hasResult("send_confirmation", "/recipient", "ada@example.com")
        .hasElapsed(ZERO);
  }

  @Test
  void amounts_stayExactDecimalsOnTheirWayThroughJson() {
    WorkflowRun run = orders().run(order("tok_test_success"));

    assertThat(run.step("validate_cart").json().toString())
        .contains("\"tax\":8.80", "\"shipping\":0.00", "\"total\":118.77");
    assertThat(run.result("create_order", Order.class).totalAmount())
        .isEqualTo(new BigDecimal("118.77"));
  }

  @Test
  void token_isOptional() {
    WorkflowRun run =
        orders().run(new OrderRequest(List.of(new OrderRequest.Item(1, 1)), "ada@example.com"));

    assertThat(run).isComplete().hasResult("process_payment", "/amount_charged", 38.38);
  }

  @Test
  void declinedCard_endsTheOrderAtOnce() {
    WorkflowRun run = orders().run(order("tok_test_declined"));

    assertThat(run)
        .isError()
        .completedSteps("validate_cart")
        .hasElapsed(ZERO)
        .hasStep("process_payment")
        .isError()
        .hasAttempts(1)
        .hasMessageContaining("Card was declined");
  }

  @Test
  void unreachableGateway_isTriedTwice() {
    WorkflowRun run = orders().run(order("tok_test_network_error"));

    assertThat(run)
        .isError()
        .failedSteps("process_payment")
        .hasAttemptsAfter("process_payment", ZERO, ofMillis(100))
        .hasStep("process_payment")
        .hasMessageContaining("Payment gateway unreachable");
  }

  @Test
  void gatewayThatComesBack_completesTheOrder() {
    WorkflowRun run =
        orders()
            .failing("process_payment", 1, new RetryableException("Payment gateway unreachable"))
            .run(order("tok_test_success"));

    assertThat(run)
        .isComplete()
        .hasElapsed(ofMillis(100))
        .hasStep("process_payment")
        .hasAttempts(2);
  }

  @Test
  void slowGateway_timesOut() {
    WorkflowRun run =
        orders().taking("process_payment", ofSeconds(11)).run(order("tok_test_success"));

    assertThat(run)
        .isError()
        .hasStep("process_payment")
        .hasAttempts(2)
        .hasErrorType("handler_timeout");
  }

  @Test
  void failedReservation_leavesThePaymentAsItIs() {
    WorkflowRun run =
        orders()
            .failing("update_inventory", new PermanentException("Warehouse closed"))
            .run(order("tok_test_success"));

    assertThat(run)
        .isError()
        .completedSteps("validate_cart", "process_payment")
        .hasStep("create_order", step -> step.isPending());
  }

  @Test
  void payment_isBoundFromTheCartAndTheInput() {
    assertThat(
            HandlerCall.of("ecommerce_process_payment")
                .input(Map.of("payment_token", "tok_test_insufficient_funds"))
                .dependency("validate_cart", cart())
                .provide(Clock.class, Clock.systemUTC())
                .call())
        .isPermanentFailure()
        .hasMessage("Insufficient funds on card");
  }

  private static Cart cart() {
    return OrderProcessing.validateCart(
        new OrderRequest(List.of(new OrderRequest.Item(1, 2)), "ada@example.com"));
  }

  private WorkflowTest orders() {
    return WorkflowTest.of("ecommerce", "order_processing")
        .jsonRoundTrip(jsonRoundTrip)
        .startingAt(Instant.parse("2026-03-01T10:15:30Z"));
  }

  private static Map<String, Object> order(String token) {
    return Map.of(
        "cart_items",
        List.of(Map.of("product_id", 1, "quantity", 2), Map.of("product_id", 2, "quantity", 1)),
        "customer_email",
        "ada@example.com",
        "payment_token",
        token);
  }
}
