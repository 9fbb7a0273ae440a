package com.acme.orders;

import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Lists the step handlers compiled into this artifact.
 *
 * <p>In a named module, declare it in {@code module-info.java}:
 *
 * <pre>{@code
 * provides io.tasker.spi.HandlerModule with com.acme.orders.OrdersHandlerModule;
 * }</pre>
 */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
@StepIndex(handlers = OrderProcessing_Steps.class)
public final class OrdersHandlerModule implements HandlerModule {
  /** Called by {@link java.util.ServiceLoader}. */
  public OrdersHandlerModule() {}

  @Override
  public String name() {
    return "com.acme.orders";
  }

  @Override
  public List<StepAdapter> adapters() {
    return OrderProcessing_Steps.adapters();
  }

  @Override
  public List<String> templates() {
    return List.of("META-INF/tasker/templates/ecommerce/order_processing-1.0.0.yaml");
  }
}
