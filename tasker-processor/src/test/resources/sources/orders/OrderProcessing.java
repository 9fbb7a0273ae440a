package com.acme.orders;

import io.tasker.annotation.After;
import io.tasker.annotation.Backoff;
import io.tasker.annotation.Config;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An order from the cart to the confirmation. */
@Workflow(
    namespace = "ecommerce",
    name = "order_processing",
    version = "1.0.0",
    description = "Takes an order from the cart to the confirmation.")
@Timeout("10s")
public final class OrderProcessing {
  private OrderProcessing() {}

  record Item(int productId, int quantity) {}

  record OrderRequest(List<Item> cartItems, String customerEmail, Optional<String> customerName) {}

  record Cart(List<Item> items, BigDecimal total, int itemCount) {}

  record CartTotal(BigDecimal total) {}

  enum Status {
    COMPLETED,
    REFUSED
  }

  record Payment(String paymentId, BigDecimal amount, Status status) {}

  record Reservation(String logId, int reserved) {}

  /** Sells things. */
  public interface Gateway {
    String charge(String token, BigDecimal amount) throws IOException;
  }

  @Handler("ecommerce_validate_cart")
  static Cart validateCart(@Input OrderRequest order) {
    int count = order.cartItems().stream().mapToInt(Item::quantity).sum();
    return new Cart(order.cartItems(), new BigDecimal("9.99").multiply(BigDecimal.valueOf(count)), count);
  }

  @Handler("ecommerce_process_payment")
  @Retry(maxAttempts = 2, backoff = Backoff.LINEAR, base = "100ms", max = "5s")
  @Timeout("30s")
  static StepResult<Payment> processPayment(
      @Depends("validate_cart") CartTotal cart,
      @Input(value = "payment_token", defaultValue = "tok_test_success") String token,
      @Provided Gateway gateway)
      throws IOException {
    String id = gateway.charge(token, cart.total());
    return StepResult.success(new Payment(id, cart.total(), Status.COMPLETED));
  }

  @Handler
  @After("process_payment")
  static CompletionStage<Reservation> updateInventory(
      @Depends(value = "validate_cart", path = "item_count") int count,
      @Config(value = "warehouse", defaultValue = "main") String warehouse) {
    return CompletableFuture.completedFuture(new Reservation(warehouse, count));
  }

  @Handler
  static List<String> createOrder(
      @Depends("validate_cart") Cart cart,
      @Depends("process_payment") Payment payment,
      @Depends("update_inventory") Reservation reservation,
      StepContext context) {
    return List.of(
        context.stepName(),
        payment.paymentId() + " for " + cart.total(),
        reservation.logId() + " " + reservation.reserved());
  }

  @Handler(step = "send_confirmation")
  static void confirm(
      @Depends("create_order") List<String> order, @Input("customer_email") String email) {
    if (order.isEmpty() || email.isEmpty()) {
      throw new IllegalStateException("nothing to confirm");
    }
  }
}
