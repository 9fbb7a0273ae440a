package io.tasker.benchmarks.order;

import com.linkedin.parseq.Task;
import io.tasker.benchmarks.ParSeqEngine;
import io.tasker.benchmarks.order.OrderSteps.Cart;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * A task for each step. An engine of ParSeq runs one plan on one thread at a time, whatever its
 * executor has.
 */
final class ParSeqOrder implements OrderRunner {
  private final ParSeqEngine engine;

  ParSeqOrder(Executor executor) {
    this.engine = new ParSeqEngine(executor);
  }

  @Override
  public Callable<Confirmation> start(OrderRequest request) {
    Task<Confirmation> plan =
        Task.callable("validate_cart", () -> OrderSteps.validateCart(request))
            .flatMap("branches", ParSeqOrder::order)
            .map("send_confirmation", OrderSteps::sendConfirmation);
    return engine.start(plan);
  }

  private static Task<OrderSteps.PlacedOrder> order(Cart cart) {
    return Task.par(
            Task.callable("process_payment", () -> OrderSteps.processPayment(cart)),
            Task.callable("reserve_stock", () -> OrderSteps.reserveStock(cart)))
        .map("create_order", OrderSteps::createOrder);
  }

  @Override
  public void close() {
    engine.close();
  }
}
