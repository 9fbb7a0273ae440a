package io.tasker.benchmarks.order;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Workflow;

/**
 * The five steps. They do next to nothing, so that what is measured is what lies between them.
 *
 * <pre>
 * validate_cart ─┬─ process_payment ─┬─ create_order ── send_confirmation
 *                └─ reserve_stock ───┘
 * </pre>
 */
@Workflow(namespace = "benchmarks", name = "order", version = "1.0.0")
public final class OrderSteps {
  private OrderSteps() {}

  /** What is ordered. */
  public record OrderRequest(String customer, long quantity, long cents) {}

  /** What it costs. */
  public record Cart(String customer, long quantity, long total) {}

  /** What was paid. */
  public record Payment(long amount) {}

  /** What is kept back. */
  public record Reservation(long quantity) {}

  /** The order. */
  public record PlacedOrder(long amount, long quantity) {}

  /** What the customer is told. */
  public record Confirmation(long amount, long quantity) {}

  @Handler
  public static Cart validateCart(@Input OrderRequest request) {
    return new Cart(request.customer(), request.quantity(), request.quantity() * request.cents());
  }

  @Handler
  public static Payment processPayment(@Depends("validate_cart") Cart cart) {
    return new Payment(cart.total());
  }

  @Handler
  public static Reservation reserveStock(@Depends("validate_cart") Cart cart) {
    return new Reservation(cart.quantity());
  }

  @Handler
  public static PlacedOrder createOrder(
      @Depends("process_payment") Payment payment,
      @Depends("reserve_stock") Reservation reservation) {
    return new PlacedOrder(payment.amount(), reservation.quantity());
  }

  @Handler
  public static Confirmation sendConfirmation(@Depends("create_order") PlacedOrder order) {
    return new Confirmation(order.amount(), order.quantity());
  }
}
