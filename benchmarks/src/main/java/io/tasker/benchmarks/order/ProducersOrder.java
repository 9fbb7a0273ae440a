package io.tasker.benchmarks.order;

import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.Production;
import dagger.producers.ProductionComponent;
import io.tasker.benchmarks.order.OrderSteps.Cart;
import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import io.tasker.benchmarks.order.OrderSteps.Payment;
import io.tasker.benchmarks.order.OrderSteps.PlacedOrder;
import io.tasker.benchmarks.order.OrderSteps.Reservation;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** A producer for each step; Dagger makes a component for each order. */
final class ProducersOrder implements OrderRunner {
  private final Executor executor;

  ProducersOrder(Executor executor) {
    this.executor = executor;
  }

  @Override
  public Callable<Confirmation> start(OrderRequest request) {
    return DaggerProducersOrder_Order.factory().create(request, executor).confirmation()::get;
  }

  @ProductionComponent(modules = Steps.class)
  interface Order {
    ListenableFuture<Confirmation> confirmation();

    @ProductionComponent.Factory
    interface Factory {
      Order create(
          @BindsInstance OrderRequest request, @BindsInstance @Production Executor executor);
    }
  }

  @ProducerModule
  static final class Steps {
    private Steps() {}

    @Produces
    static Cart validateCart(OrderRequest request) {
      return OrderSteps.validateCart(request);
    }

    @Produces
    static Payment processPayment(Cart cart) {
      return OrderSteps.processPayment(cart);
    }

    @Produces
    static Reservation reserveStock(Cart cart) {
      return OrderSteps.reserveStock(cart);
    }

    @Produces
    static PlacedOrder createOrder(Payment payment, Reservation reservation) {
      return OrderSteps.createOrder(payment, reservation);
    }

    @Produces
    static Confirmation sendConfirmation(PlacedOrder order) {
      return OrderSteps.sendConfirmation(order);
    }
  }
}
