package io.tasker.benchmarks.order;

import io.tasker.benchmarks.Threads;
import io.tasker.benchmarks.order.OrderSteps.OrderRequest;
import java.util.concurrent.Callable;

/** Orders on the caller's thread, for whoever counts operations and not seconds. */
public final class OrderWork {
  private OrderWork() {}

  /**
   * Returns one order.
   *
   * @param peer how it is run
   * @return what runs it
   */
  public static Callable<Object> of(OrderPeer peer) {
    OrderRunner runner = peer.open(Threads.DIRECT.open());
    OrderRequest request = new OrderRequest("ada", 3, 1995);
    return () -> runner.run(request);
  }
}
