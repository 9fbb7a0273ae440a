package io.tasker.benchmarks.order;

import io.tasker.benchmarks.order.OrderSteps.Cart;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import io.tasker.benchmarks.order.OrderSteps.Payment;
import io.tasker.benchmarks.order.OrderSteps.Reservation;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A stage for each step, each on the executor. */
final class FutureOrder implements OrderRunner {
  private final Executor executor;

  FutureOrder(Executor executor) {
    this.executor = executor;
  }

  @Override
  public Callable<Confirmation> start(OrderRequest request) {
    CompletableFuture<Cart> cart =
        CompletableFuture.supplyAsync(() -> OrderSteps.validateCart(request), executor);
    CompletableFuture<Payment> payment = cart.thenApplyAsync(OrderSteps::processPayment, executor);
    CompletableFuture<Reservation> reservation =
        cart.thenApplyAsync(OrderSteps::reserveStock, executor);
    return payment
            .thenCombineAsync(reservation, OrderSteps::createOrder, executor)
            .thenApplyAsync(OrderSteps::sendConfirmation, executor)
        ::get;
  }
}
