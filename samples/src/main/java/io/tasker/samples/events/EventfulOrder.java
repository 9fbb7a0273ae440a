package io.tasker.samples.events;

import io.tasker.annotation.After;
import io.tasker.annotation.Config;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Publishes;
import io.tasker.annotation.Publishes.Delivery;
import io.tasker.annotation.Publishes.On;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Workflow;
import io.tasker.handler.RetryableException;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * An order whose steps publish events. The steps do not publish, they declare: the engine does it
 * once their outcome is kept, and whatever goes wrong then fails no step.
 */
@Workflow(
    namespace = "domain_events",
    name = "domain_event_publishing",
    description = "Takes an order and tells what became of it.")
public final class EventfulOrder {
  private EventfulOrder() {}

  record Order(String orderId, String customerId, BigDecimal amount) {}

  record Validation(
      String orderId,
      Instant validationTimestamp,
      List<String> validationChecks,
      boolean validated) {}

  record Payment(String transactionId, BigDecimal amount, String paymentMethod, String status) {}

  record Item(String sku, int quantity) {}

  record Stock(String orderId, List<Item> items, boolean success) {}

  record Notification(String notificationId, String channel, String recipient, String status) {}

  @Handler
  @Publishes(value = "order.validated", delivery = Delivery.FAST)
  static Validation validateOrder(
      @Input Order order,
      @Config(value = "strict", defaultValue = "true") boolean isStrict,
      @Provided Clock clock) {
    if (isStrict && order.amount().signum() <= 0) {
      throw new ValidationException("The amount must be positive");
    }
    return new Validation(
        order.orderId(), clock.instant(), List.of("order_id", "customer_id", "amount"), true);
  }

  @Handler
  @After("validate_order")
  @Retry(maxAttempts = 2)
  @Publishes("payment.processed")
  @Publishes(value = "payment.failed", on = On.FAILURE)
  static Payment processPayment(
      @Input Order order,
      @Input(value = "simulate_failure", defaultValue = "false") boolean fails) {
    if (fails) {
      throw new RetryableException("Payment was declined", "PAYMENT_DECLINED");
    }
    return new Payment("TXN-" + order.orderId(), order.amount(), "credit_card", "success");
  }

  @Handler
  @After("process_payment")
  @Publishes(value = "inventory.updated", on = On.ALWAYS, delivery = Delivery.FAST)
  static Stock updateInventory(@Input("order_id") String orderId) {
    return new Stock(orderId, List.of(new Item("ITEM-001", 1), new Item("ITEM-002", 2)), true);
  }

  @Handler
  @Publishes(value = "notification.sent", delivery = Delivery.FAST)
  static Notification sendNotification(
      @Depends("process_payment") Payment payment,
      @Depends("update_inventory") Stock stock,
      @Input("customer_id") String customerId) {
    return new Notification("NOTIF-" + stock.orderId(), "email", customerId, "delivered");
  }
}
