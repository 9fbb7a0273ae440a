package io.tasker.samples.fulfillment;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.InvalidInputException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class OrderFulfillmentTest {
  private static final OrderRequest ORDER =
      new OrderRequest(
          new OrderRequest.Customer(12345, "John Doe", "john.doe@example.com"),
          List.of(item("WIDGET-001", 2, "29.99"), item("GADGET-002", 1, "149.99")),
          new OrderRequest.PaymentMethod("credit_card", "tok_1234567890abcdef"),
          shipping("standard"));

  private final boolean jsonRoundTrip;

  OrderFulfillmentTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(Object order) {
    return WorkflowTest.of("order_fulfillment", "business_workflow")
        .jsonRoundTrip(jsonRoundTrip)
        .startingAt(Instant.parse("2026-03-05T09:00:00Z"))
        .run(order);
  }

  private static OrderRequest.Item item(String sku, int quantity, String price) {
    return new OrderRequest.Item(sku, quantity, new BigDecimal(price));
  }

  private static OrderRequest.Shipping shipping(String method) {
    return new OrderRequest.Shipping(
        method, new OrderRequest.Address("123 Main St", "Anytown", "CA", "12345", "US"));
  }

  private static OrderRequest orderOf(OrderRequest.Item... items) {
    return new OrderRequest(ORDER.customer(), List.of(items), ORDER.payment(), ORDER.shipping());
  }

  @Test
  void anOrder_isCheckedReservedPaidAndShipped() {
    assertThat(run(ORDER))
        .isComplete()
        .startedSteps("validate_order", "reserve_inventory", "process_payment", "ship_order")
        .hasResult("validate_order", "/customer_validated", true)
        .hasResult("validate_order", "/customer_id", 12345)
        .hasResult("validate_order", "/order_total", new BigDecimal("209.97"))
        .hasResult("validate_order", "/validation_status", "complete")
        .hasResult(
            "validate_order",
            "/validated_items/0",
            new OrderFulfillment.Line(
                "WIDGET-001",
                "Premium Widget A",
                2,
                new BigDecimal("29.99"),
                new BigDecimal("59.98"),
                100,
                "widgets"))
        .hasResult("validate_order", "/validated_items/1/line_total", new BigDecimal("149.99"))
        .hasResult("validate_order", "/validated_items/1/product_name", "Standard Gadget C")
        .hasResult("reserve_inventory", "/items_reserved", 2)
        .hasResult("reserve_inventory", "/reservation_status", "confirmed")
        .hasResult("reserve_inventory", "/total_reserved_value", new BigDecimal("209.97"))
        .hasResult("reserve_inventory", "/reservation_details/0/stock_location", "WH-EAST-A1")
        .hasResult("reserve_inventory", "/reservation_details/1/stock_location", "WH-CENTRAL-C3")
        .hasResult("process_payment", "/payment_processed", true)
        .hasResult("process_payment", "/amount_charged", new BigDecimal("209.97"))
        .hasResult("process_payment", "/gateway_fee", new BigDecimal("6.09"))
        .hasResult("process_payment", "/payment_status", "completed")
        .hasResult("ship_order", "/shipping_status", "label_created")
        .hasResult("ship_order", "/carrier", "UPS")
        .hasResult("ship_order", "/service_type", "UPS Ground")
        .hasResult("ship_order", "/shipping_cost", new BigDecimal("0.09"));
  }

  @ParameterizedTest
  @CsvSource({
    "standard, 0.09, 2026-03-12",
    "express, 0.15, 2026-03-09",
    "overnight, 0.25, 2026-03-06"
  })
  void aFasterShipment_costsMore(String method, BigDecimal cost, String delivery) {
    assertThat(
            run(
                new OrderRequest(
                    ORDER.customer(), ORDER.items(), ORDER.payment(), shipping(method))))
        .isComplete()
        .hasResult("ship_order", "/shipping_cost", cost)
        .hasResult("ship_order", "/estimated_delivery", delivery);
  }

  @ParameterizedTest
  @CsvSource({
    "WIDGET-001, 0, 29.99, INVALID_QUANTITY",
    "WIDGET-001, 1, -1, INVALID_PRICE",
    "WIDGET-009, 1, 29.99, PRODUCT_NOT_FOUND",
    "WIDGET-001, 100, 500.01, ORDER_TOTAL_TOO_HIGH"
  })
  void aWrongItem_isRefusedForGood(String sku, int quantity, String price, String code) {
    assertThat(run(orderOf(item(sku, quantity, price))))
        .isError()
        .hasStep("validate_order", step -> step.isError().hasAttempts(1).hasCode(code))
        .hasStep("reserve_inventory", step -> step.isPending());
  }

  @Test
  void anOrderOfNothing_isRefusedForGood() {
    assertThat(run(orderOf())).isError().hasStep("validate_order").hasCode("EMPTY_ORDER_ITEMS");
  }

  @Test
  void whatIsMissing_isSaidAtOnce_andNothingStarts() {
    assertThatThrownBy(() -> run(Map.of("customer", Map.of("id", 123), "items", List.of())))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems().toString())
                    .contains("name", "email", "payment", "shipping"));
  }

  @Test
  void tooLittleStock_isTriedThreeTimes() {
    WorkflowRun run = run(orderOf(item("WIDGET-002", 51, "19.99")));

    assertThat(run)
        .isError()
        .hasAttemptsAfter("reserve_inventory", ZERO, ofSeconds(1), ofSeconds(3))
        .hasStep("reserve_inventory")
        .hasCode("INSUFFICIENT_STOCK");
    assertThat(run.step("reserve_inventory").failure().orElseThrow().context())
        .containsEntry("sku", "WIDGET-002")
        .containsEntry("requested_quantity", 51);
  }

  @Test
  void aDeclinedCard_isNotTriedAgain() {
    assertThat(
            HandlerCall.of("order_fulfillment_process_payment")
                .input(Map.of("payment", Map.of("method", "credit_card", "token", "tok_declined")))
                .dependency("validate_order", Map.of("order_total", new BigDecimal("209.97")))
                .call())
        .isPermanentFailure()
        .hasCode("PAYMENT_DECLINED");
  }
}
