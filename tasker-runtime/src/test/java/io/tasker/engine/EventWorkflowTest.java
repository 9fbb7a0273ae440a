package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.event.DomainEvent;
import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The workflow with which Tasker Core shows its domain events, with the same numbers. */
@Timeout(60)
class EventWorkflowTest {
  private static final String TEMPLATE =
      """
      name: domain_event_publishing
      namespace_name: domain_events
      version: "1.0.0"
      steps:
        - name: validate_order
          handler: {callable: validate, initialization: {strict: true}}
          publishes_events:
            - {name: order.validated, description: The order is fine, schema: {type: object,
               required: [order_id, validated]}, delivery_mode: fast}
        - name: process_payment
          handler: {callable: pay}
          dependencies: [validate_order]
          retry: {retryable: true, max_attempts: 2, backoff: none}
          publishes_events:
            - {name: payment.processed, description: Paid, schema: {type: object,
               required: [transaction_id, amount]}, publisher: PaymentEventPublisher}
            - {name: payment.failed, description: Not paid, schema: {type: object,
               required: [error_code, retry_delay]}, condition: failure,
               publisher: PaymentEventPublisher}
        - name: update_inventory
          handler: {callable: reserve}
          dependencies: [process_payment]
          publishes_events:
            - {name: inventory.updated, description: Reserved or not, schema: {},
               condition: always, delivery_mode: fast}
        - name: send_notification
          handler: {callable: notify}
          dependencies: [update_inventory]
          publishes_events:
            - {name: notification.sent, description: Told the customer, schema: {type: object},
               delivery_mode: fast, publisher: NotificationEventPublisher}
      """;

  private record Notifications(String name) implements StepEventPublisher {
    @Override
    public Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
      return Map.of("channel", "email");
    }
  }

  /** Says how long to wait before paying again. */
  private record Payments(String name) implements StepEventPublisher {
    @Override
    public JsonNode transformPayload(String event, JsonNode payload, StepOutcome outcome) {
      return outcome.isSuccess()
          ? payload
          : ((ObjectNode) payload).put("retry_delay", delay(outcome));
    }

    private static int delay(StepOutcome outcome) {
      return switch (outcome.failure().flatMap(failure -> failure.code()).orElse("")) {
        case "RATE_LIMITED" -> 600;
        case "TEMPORARY_FAILURE" -> 300;
        case "NETWORK_ERROR" -> 60;
        case "CARD_DECLINED" -> 0;
        default -> 120;
      };
    }
  }

  private final List<String> sunk = new CopyOnWriteArrayList<>();
  private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

  private LocalEngine engine() {
    return LocalEngine.builder()
        .registry(
            HandlerRegistry.empty()
                .register(new Validation("validate"))
                .register("pay", EventWorkflowTest::pay)
                .register("reserve", EventWorkflowTest::reserve)
                .register("notify", EventWorkflowTest::notification))
        .template("events.yaml", TEMPLATE)
        .publisher(new Payments("PaymentEventPublisher"))
        .publisher(new Notifications("NotificationEventPublisher"))
        .eventSink(
            event -> {
              sunk.add(event.name());
              events.add(event);
            })
        .subscribe("*", events::add)
        .build();
  }

  /** Written by hand, because it reads the configuration of its step. */
  private record Validation(String name) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      boolean isStrict = context.config("strict", Boolean.class);
      if (isStrict && context.input("amount", Double.class) <= 0) {
        return StepExecutionResult.failure(
            context, "The amount must be positive", "VALIDATION_ERROR", "ValidationError", false);
      }
      return StepExecutionResult.success(
          context,
          Map.of(
              "order_id",
              context.input("order_id", String.class),
              "validation_timestamp",
              "2026-01-01T00:00:00Z",
              "validation_checks",
              List.of("order_id_present", "amount_positive"),
              "validated",
              true));
    }
  }

  private static Object pay(JsonNode input) {
    if (input.path("simulate_failure").asBoolean()) {
      throw new RetryableException("Payment was declined", "PAYMENT_DECLINED");
    }
    return Map.of(
        "transaction_id",
        "TXN-" + input.path("order_id").asString(),
        "amount",
        input.path("amount").asDouble(),
        "payment_method",
        "credit_card",
        "status",
        "success");
  }

  private static Object reserve(JsonNode input) {
    return Map.of(
        "order_id", input.path("order_id").asString(),
        "items",
            List.of(
                Map.of("sku", "ITEM-001", "quantity", 1), Map.of("sku", "ITEM-002", "quantity", 2)),
        "success", true);
  }

  private static Object notification(JsonNode input) {
    return Map.of(
        "notification_id", "NOTIF-1",
        "channel", "email",
        "recipient", input.path("customer_id").asString(),
        "status", "delivered");
  }

  private static TaskRequest order(double amount, boolean fails) {
    return TaskRequest.of("domain_events", "domain_event_publishing")
        .input(
            Map.of(
                "order_id",
                "ORD-1",
                "customer_id",
                "CUST-7",
                "amount",
                amount,
                "simulate_failure",
                fails));
  }

  private DomainEvent only(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList().get(0);
  }

  @Test
  void anOrder_publishesFourEvents() throws Exception {
    try (LocalEngine engine = engine()) {
      TaskResult result = engine.submit(order(99.99, false)).await();
      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    }
    assertThat(EventFlow.names(events))
        .containsExactlyInAnyOrder(
            "order.validated", "payment.processed", "inventory.updated", "notification.sent");
    assertThat(sunk).containsExactly("payment.processed");
    assertThat(only("order.validated").payload().path("validated").asBoolean()).isTrue();
    JsonNode payment = only("payment.processed").payload();
    assertThat(payment.path("amount").asDouble()).isEqualTo(99.99);
    assertThat(payment.path("payment_method").asString()).isEqualTo("credit_card");
    assertThat(payment.path("status").asString()).isEqualTo("success");
    assertThat(payment.has("retry_delay")).isFalse();
    assertThat(only("payment.processed").metadata().firedBy()).isEqualTo("PaymentEventPublisher");
    assertThat(only("inventory.updated").payload().path("items").toString())
        .contains("ITEM-001", "ITEM-002");
    DomainEvent notification = only("notification.sent");
    assertThat(notification.payload().path("recipient").asString()).isEqualTo("CUST-7");
    assertThat(notification.metadata().additional()).isEqualTo(Map.of("channel", "email"));
  }

  @Test
  void aDeclinedPayment_tellsOfEachFailedAttempt() throws Exception {
    try (LocalEngine engine = engine()) {
      TaskResult result = engine.submit(order(99.99, true)).await();
      assertThat(result.state()).isEqualTo(TaskState.ERROR);
      assertThat(result.step("process_payment").state()).isEqualTo(StepState.ERROR);
    }
    assertThat(sunk).containsExactly("payment.failed", "payment.failed");
    assertThat(EventFlow.names(events))
        .containsExactlyInAnyOrder("order.validated", "payment.failed", "payment.failed");
    JsonNode failure = only("payment.failed").payload();
    assertThat(failure.path("error_code").asString()).isEqualTo("PAYMENT_DECLINED");
    assertThat(failure.path("retryable").asBoolean()).isTrue();
    assertThat(failure.path("retry_delay").asInt()).isEqualTo(120);
  }

  @Test
  void anOrderOverNothing_publishesNothing() throws Exception {
    try (LocalEngine engine = engine()) {
      TaskResult result = engine.submit(order(0, false)).await();
      assertThat(result.step("validate_order").state()).isEqualTo(StepState.ERROR);
      assertThat(result.failure().orElseThrow()).contains("The amount must be positive");
    }
    assertThat(events).isEmpty();
  }

  @Test
  void threeOrdersAtOnce_publishTwelveEvents() throws Exception {
    try (LocalEngine engine = engine()) {
      List<TaskHandle> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tasks.add(engine.submit(order(10, false)));
      }
      for (TaskHandle task : tasks) {
        assertThat(task.await().state()).isEqualTo(TaskState.COMPLETE);
      }
    }
    assertThat(events).hasSize(12);
    assertThat(events).extracting(DomainEvent::id).doesNotHaveDuplicates();
    assertThat(sunk).hasSize(3);
  }
}
