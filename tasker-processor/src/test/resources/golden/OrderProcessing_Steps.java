package com.acme.orders;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import javax.annotation.processing.Generated;

/** Runs the steps of {@link OrderProcessing}. Not API. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
@StepIndex(handlers = OrderProcessing.class)
public final class OrderProcessing_Steps {
  /** Has no instances. */
  private OrderProcessing_Steps() {}

  /** {@return the adapters, ordered by callable} */
  public static List<StepAdapter> adapters() {
    return List.of(
        createOrderStep(),
        processPaymentStep(),
        sendConfirmationStep(),
        updateInventoryStep(),
        validateCartStep());
  }

  /** {@return step {@code create_order}, which calls {@link OrderProcessing#createOrder}} */
  private static StepAdapter createOrderStep() {
    Parameter<OrderProcessing.Cart> cart =
        Parameter.dependency("validate_cart", OrderProcessing.Cart.class);
    Parameter<OrderProcessing.Payment> payment =
        Parameter.dependency("process_payment", OrderProcessing.Payment.class);
    Parameter<OrderProcessing.Reservation> reservation =
        Parameter.dependency("update_inventory", OrderProcessing.Reservation.class);
    return HandlerDescriptor.handler("ecommerce_create_order", "create_order")
        .declaredAt("com.acme.orders.OrderProcessing.createOrder(Cart, Payment, Reservation, StepContext)")
        .takesContext(true)
        .parameters(cart, payment, reservation)
        .result(new JsonType<List<String>>() {})
        .calling(
            invocation ->
                OrderProcessing.createOrder(
                    invocation.argument(cart),
                    invocation.argument(payment),
                    invocation.argument(reservation),
                    invocation.context()));
  }

  /** {@return step {@code process_payment}, which calls {@link OrderProcessing#processPayment}} */
  private static StepAdapter processPaymentStep() {
    Parameter<OrderProcessing.CartTotal> cart =
        Parameter.dependency("validate_cart", OrderProcessing.CartTotal.class);
    Parameter<String> token =
        Parameter.input("payment_token", String.class).defaultValue("tok_test_success");
    Parameter<OrderProcessing.Gateway> gateway = Parameter.provided(OrderProcessing.Gateway.class);
    return HandlerDescriptor.handler("ecommerce_process_payment", "process_payment")
        .declaredAt("com.acme.orders.OrderProcessing.processPayment(CartTotal, String, Gateway)")
        .parameters(cart, token, gateway)
        .result(OrderProcessing.Payment.class)
        .calling(
            invocation ->
                OrderProcessing.processPayment(
                    invocation.argument(cart),
                    invocation.argument(token),
                    invocation.argument(gateway)));
  }

  /** {@return step {@code send_confirmation}, which calls {@link OrderProcessing#confirm}} */
  private static StepAdapter sendConfirmationStep() {
    Parameter<List<String>> order =
        Parameter.dependency("create_order", new JsonType<List<String>>() {});
    Parameter<String> email = Parameter.input("customer_email", String.class);
    return HandlerDescriptor.handler("ecommerce_send_confirmation", "send_confirmation")
        .declaredAt("com.acme.orders.OrderProcessing.confirm(List<String>, String)")
        .parameters(order, email)
        .result(Void.class)
        .callingVoid(
            invocation ->
                OrderProcessing.confirm(invocation.argument(order), invocation.argument(email)));
  }

  /**
   * {@return step {@code update_inventory}, which calls {@link OrderProcessing#updateInventory}}
   */
  private static StepAdapter updateInventoryStep() {
    Parameter<Integer> count = Parameter.dependency("validate_cart", int.class).path("item_count");
    Parameter<String> warehouse = Parameter.config("warehouse", String.class).defaultValue("main");
    return HandlerDescriptor.handler("ecommerce_update_inventory", "update_inventory")
        .declaredAt("com.acme.orders.OrderProcessing.updateInventory(int, String)")
        .parameters(count, warehouse)
        .result(OrderProcessing.Reservation.class)
        .calling(
            invocation ->
                OrderProcessing.updateInventory(
                    (int) invocation.argument(count),
                    invocation.argument(warehouse)));
  }

  /** {@return step {@code validate_cart}, which calls {@link OrderProcessing#validateCart}} */
  private static StepAdapter validateCartStep() {
    Parameter<OrderProcessing.OrderRequest> order =
        Parameter.input(OrderProcessing.OrderRequest.class);
    return HandlerDescriptor.handler("ecommerce_validate_cart", "validate_cart")
        .declaredAt("com.acme.orders.OrderProcessing.validateCart(OrderRequest)")
        .parameters(order)
        .result(OrderProcessing.Cart.class)
        .calling(invocation -> OrderProcessing.validateCart(invocation.argument(order)));
  }
}
