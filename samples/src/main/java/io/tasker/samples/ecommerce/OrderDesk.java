package io.tasker.samples.ecommerce;

import io.tasker.TaskEngine;

/** Places orders through the generated client: no step is named in a text, nothing is cast. */
public final class OrderDesk {
  private final OrderProcessingClient orders;

  /**
   * Creates a desk.
   *
   * @param engine runs the orders
   */
  public OrderDesk(TaskEngine engine) {
    this.orders = new OrderProcessingClient(engine);
  }

  /**
   * Places an order and waits until it is confirmed.
   *
   * @param order the order
   * @param clerk who takes it
   * @return the confirmation
   * @throws InterruptedException if the thread is interrupted; the order goes on
   * @throws io.tasker.TaskFailedException if the order cannot be fulfilled
   */
  public Confirmation place(OrderRequest order, String clerk) throws InterruptedException {
    return orders
        .submit(order, request -> request.initiator(clerk))
        .await()
        .orThrow()
        .sendConfirmation();
  }
}
