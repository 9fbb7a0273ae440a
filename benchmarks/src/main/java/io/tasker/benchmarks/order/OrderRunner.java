package io.tasker.benchmarks.order;

import io.tasker.benchmarks.order.OrderSteps.Confirmation;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;

/** Runs orders one after the other, in one way. */
interface OrderRunner extends AutoCloseable {

  /** Runs one order and waits for its end. */
  Confirmation run(OrderRequest request) throws Exception;

  @Override
  default void close() {}
}
