package com.acme.orders;

import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TypedClient;
import io.tasker.TypedResults;
import io.tasker.TypedTaskHandle;
import io.tasker.spi.JsonType;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/** Submits tasks of {@link OrderProcessing} and reads their results. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
public final class OrderProcessingClient extends TypedClient<OrderProcessingClient.Results> {
  /**
   * Creates a client.
   *
   * @param engine runs the tasks; the caller closes it
   */
  public OrderProcessingClient(TaskEngine engine) {
    super(engine, TaskRequest.of("ecommerce", "order_processing").version("1.0.0"), Results::new);
  }

  /**
   * Submits a task.
   *
   * @param input the input of the task
   * @return the task
   * @see TaskEngine#submit
   */
  public TypedTaskHandle<Results> submit(OrderProcessing.OrderRequest input) {
    return submit(input, request -> request);
  }

  /**
   * Submits a task on someone's behalf, with a key or tags.
   *
   * @param input the input of the task
   * @param settings adds to the request: {@code request -> request.initiator("web")}
   * @return the task
   * @see TaskEngine#submit
   */
  public TypedTaskHandle<Results> submit(
      OrderProcessing.OrderRequest input, UnaryOperator<TaskRequest> settings) {
    return start(input, settings);
  }

  /** The results of a task. */
  public static final class Results extends TypedResults<Results> {
    /**
     * Reads the results of a task.
     *
     * @param task a task that has ended
     */
    public Results(TaskResult task) {
      super(task);
    }

    /** {@return what {@link OrderProcessing#createOrder} returned} */
    public List<String> createOrder() {
      return resultOf("create_order", new JsonType<List<String>>() {});
    }

    /** {@return what {@link OrderProcessing#processPayment} returned} */
    public OrderProcessing.Payment processPayment() {
      return resultOf("process_payment", OrderProcessing.Payment.class);
    }

    /** {@return what {@link OrderProcessing#updateInventory} returned} */
    public OrderProcessing.Reservation updateInventory() {
      return resultOf("update_inventory", OrderProcessing.Reservation.class);
    }

    /** {@return what {@link OrderProcessing#validateCart} returned} */
    public OrderProcessing.Cart validateCart() {
      return resultOf("validate_cart", OrderProcessing.Cart.class);
    }
  }
}
