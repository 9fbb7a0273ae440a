package io.tasker.benchmarks.order;

import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.concurrent.Callable;

/** Runs orders in one way. */
interface OrderRunner extends AutoCloseable {

  /** Starts an order; what it returns waits for the end. */
  Callable<Confirmation> start(OrderRequest request) throws Exception;

  /** Runs one order and waits for its end. */
  default Confirmation run(OrderRequest request) throws Exception {
    return start(request).call();
  }

  @Override
  default void close() {}
}
