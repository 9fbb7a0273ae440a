package io.tasker.benchmarks.order;

import io.tasker.benchmarks.StructuredScopes;
import io.tasker.benchmarks.order.OrderSteps.Cart;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import io.tasker.benchmarks.order.OrderSteps.PlacedOrder;
import java.util.concurrent.Callable;

/**
 * A virtual thread for each order and for each of the two steps that run at a time; steps that have
 * none beside them are plain calls, as one writes it with scopes.
 */
final class StructuredOrder implements OrderRunner {
  private final StructuredScopes scopes;

  StructuredOrder(StructuredScopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public Callable<Confirmation> start(OrderRequest request) {
    return scopes.start(() -> confirm(request))::get;
  }

  private Confirmation confirm(OrderRequest request) throws InterruptedException {
    Cart cart = OrderSteps.validateCart(request);
    PlacedOrder order =
        scopes.join(
            () -> OrderSteps.processPayment(cart),
            () -> OrderSteps.reserveStock(cart),
            OrderSteps::createOrder);
    return OrderSteps.sendConfirmation(order);
  }
}
