package io.tasker.interop;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The acceptance workflows that stand for a business: orders, users, refunds. */
final class BusinessCases {
  private BusinessCases() {}

  static Stream<WorkflowCase> all() {
    return Stream.of(orders(), shipments(), events(), users(), refunds(), payments())
        .flatMap(cases -> cases);
  }

  private static Stream<WorkflowCase> orders() {
    return Stream.of("tok_test_success", "tok_test_declined", "tok_test_network_error")
        .map(
            token ->
                WorkflowCase.of(
                    "ecommerce/order_processing",
                    token,
                    Map.of(
                        "cart_items",
                        List.of(item(1, 2), item(2, 1)),
                        "customer_email",
                        "ada@example.com",
                        "payment_token",
                        token)));
  }

  private static Map<String, ?> item(long product, int quantity) {
    return Map.of("product_id", product, "quantity", quantity);
  }

  private static Stream<WorkflowCase> shipments() {
    return Stream.of(
        shipment(
            "in stock", List.of(line("WIDGET-001", 2, "29.99"), line("GADGET-002", 1, "149.99"))),
        shipment("out of stock", List.of(line("WIDGET-002", 51, "19.99"))),
        shipment("unknown", List.of(line("WIDGET-009", 1, "29.99"))));
  }

  private static Map<String, ?> line(String sku, int quantity, String price) {
    return Map.of("sku", sku, "quantity", quantity, "price", new BigDecimal(price));
  }

  private static WorkflowCase shipment(String what, List<Map<String, ?>> lines) {
    return WorkflowCase.of(
        "order_fulfillment/business_workflow",
        what,
        Map.of(
            "customer",
            Map.of("id", 12345, "name", "John Doe", "email", "john.doe@example.com"),
            "items",
            lines,
            "payment",
            Map.of("method", "credit_card", "token", "tok_1234567890abcdef"),
            "shipping",
            Map.of(
                "method",
                "standard",
                "address",
                Map.of(
                    "street", "123 Main St",
                    "city", "Anytown",
                    "state", "CA",
                    "zip", "12345",
                    "country", "US"))));
  }

  private static Stream<WorkflowCase> events() {
    return Stream.of(false, true)
        .map(
            isDeclined ->
                WorkflowCase.of(
                    "domain_events/domain_event_publishing",
                    isDeclined ? "declined" : "paid",
                    Map.of(
                        "order_id",
                        "17",
                        "customer_id",
                        "ada",
                        "amount",
                        new BigDecimal("9.50"),
                        "simulate_failure",
                        isDeclined)));
  }

  private static Stream<WorkflowCase> users() {
    return Stream.of(
        user("ada@example.com", "pro"),
        user("grace@example.com", "free"),
        user("eve@blocked.test", "enterprise"));
  }

  private static WorkflowCase user(String email, String plan) {
    return WorkflowCase.of(
        "microservices/user_registration",
        email,
        Map.of("email", email, "full_name", "Ada Byron", "plan", plan));
  }

  private static Stream<WorkflowCase> refunds() {
    return Stream.of("TICKET-COMP-CS", "ticket_denied_1", "ticket_pending_1", "ticket_locked_1")
        .map(
            ticket ->
                WorkflowCase.of(
                    "customer_success/process_refund",
                    ticket,
                    Map.of(
                        "ticket_id",
                        ticket,
                        "customer_id",
                        "customer_1",
                        "customer_email",
                        "ada@example.com",
                        "refund_amount",
                        new BigDecimal("99.99"))));
  }

  private static Stream<WorkflowCase> payments() {
    return Stream.of(
        payment("pay_1", Map.of("customer_email", "ada@example.com", "order_id", "ORD-7")),
        payment("pay_1", Map.of("customer_email", "ada@test_bounce")),
        payment("pay_test_gateway_timeout", Map.of()),
        payment("pay_test_gateway_error", Map.of()));
  }

  private static WorkflowCase payment(String id, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("payment_id", id);
    input.put("refund_amount", new BigDecimal("75.50"));
    return WorkflowCase.of("payments/process_refund", id + " " + more.keySet(), input);
  }
}
