package io.tasker.benchmarks.order;

import io.tasker.benchmarks.order.OrderSteps.Cart;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import io.tasker.benchmarks.order.OrderSteps.Payment;
import io.tasker.benchmarks.order.OrderSteps.Reservation;
import java.util.concurrent.Callable;

/** The calls as one would write them without any library, on the caller's thread. */
final class HandWrittenOrder implements OrderRunner {

  @Override
  public Callable<Confirmation> start(OrderRequest request) {
    Confirmation confirmation = confirm(request);
    return () -> confirmation;
  }

  // Without the object that waits, so that one call is one call.
  @Override
  public Confirmation run(OrderRequest request) {
    return confirm(request);
  }

  private static Confirmation confirm(OrderRequest request) {
    Cart cart = OrderSteps.validateCart(request);
    Payment payment = OrderSteps.processPayment(cart);
    Reservation reservation = OrderSteps.reserveStock(cart);
    return OrderSteps.sendConfirmation(OrderSteps.createOrder(payment, reservation));
  }
}
