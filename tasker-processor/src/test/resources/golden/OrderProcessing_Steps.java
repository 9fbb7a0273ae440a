package com.acme.orders;

import io.tasker.handler.StepContext;
import io.tasker.spi.DescribedAdapter;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.StepInvocation;
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
        new CreateOrderStep(),
        new ProcessPaymentStep(),
        new SendConfirmationStep(),
        new UpdateInventoryStep(),
        new ValidateCartStep());
  }

  /** Runs step {@code create_order} by calling {@link OrderProcessing#createOrder}. */
  private static final class CreateOrderStep extends DescribedAdapter {
    /** The argument {@code cart}. */
    private static final Parameter<OrderProcessing.Cart> CART =
        Parameter.dependency("validate_cart", OrderProcessing.Cart.class);

    /** The argument {@code payment}. */
    private static final Parameter<OrderProcessing.Payment> PAYMENT =
        Parameter.dependency("process_payment", OrderProcessing.Payment.class);

    /** The argument {@code reservation}. */
    private static final Parameter<OrderProcessing.Reservation> RESERVATION =
        Parameter.dependency("update_inventory", OrderProcessing.Reservation.class);

    /** Describes the step. */
    CreateOrderStep() {
      super(
          HandlerDescriptor.handler("ecommerce_create_order", "create_order")
              .declaredAt("com.acme.orders.OrderProcessing.createOrder(Cart, Payment, Reservation, StepContext)")
              .takesContext(true)
              .parameters(CART, PAYMENT, RESERVATION)
              .result(new ResultType()));
    }

    @Override
    public Object call(StepInvocation invocation) {
      OrderProcessing.Cart cart = invocation.argument(CART);
      OrderProcessing.Payment payment = invocation.argument(PAYMENT);
      OrderProcessing.Reservation reservation = invocation.argument(RESERVATION);
      StepContext context = invocation.context();
      return OrderProcessing.createOrder(cart, payment, reservation, context);
    }

    /** The type of the result. */
    private static final class ResultType extends JsonType<List<String>> {}
  }

  /** Runs step {@code process_payment} by calling {@link OrderProcessing#processPayment}. */
  private static final class ProcessPaymentStep extends DescribedAdapter {
    /** The argument {@code cart}. */
    private static final Parameter<OrderProcessing.CartTotal> CART =
        Parameter.dependency("validate_cart", OrderProcessing.CartTotal.class);

    /** The argument {@code token}. */
    private static final Parameter<String> TOKEN =
        Parameter.input("payment_token", String.class).defaultValue("tok_test_success");

    /** The argument {@code gateway}. */
    private static final Parameter<OrderProcessing.Gateway> GATEWAY =
        Parameter.provided(OrderProcessing.Gateway.class);

    /** Describes the step. */
    ProcessPaymentStep() {
      super(
          HandlerDescriptor.handler("ecommerce_process_payment", "process_payment")
              .declaredAt("com.acme.orders.OrderProcessing.processPayment(CartTotal, String, Gateway)")
              .parameters(CART, TOKEN, GATEWAY)
              .result(OrderProcessing.Payment.class));
    }

    @Override
    public Object call(StepInvocation invocation) throws Exception {
      OrderProcessing.CartTotal cart = invocation.argument(CART);
      String token = invocation.argument(TOKEN);
      OrderProcessing.Gateway gateway = invocation.argument(GATEWAY);
      return OrderProcessing.processPayment(cart, token, gateway);
    }
  }

  /** Runs step {@code send_confirmation} by calling {@link OrderProcessing#confirm}. */
  private static final class SendConfirmationStep extends DescribedAdapter {
    /** The argument {@code order}. */
    private static final Parameter<List<String>> ORDER =
        Parameter.dependency("create_order", new OrderType());

    /** The argument {@code email}. */
    private static final Parameter<String> EMAIL = Parameter.input("customer_email", String.class);

    /** Describes the step. */
    SendConfirmationStep() {
      super(
          HandlerDescriptor.handler("ecommerce_send_confirmation", "send_confirmation")
              .declaredAt("com.acme.orders.OrderProcessing.confirm(List<String>, String)")
              .parameters(ORDER, EMAIL)
              .result(Void.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      List<String> order = invocation.argument(ORDER);
      String email = invocation.argument(EMAIL);
      OrderProcessing.confirm(order, email);
      return null;
    }

    /** The type of the order. */
    private static final class OrderType extends JsonType<List<String>> {}
  }

  /** Runs step {@code update_inventory} by calling {@link OrderProcessing#updateInventory}. */
  private static final class UpdateInventoryStep extends DescribedAdapter {
    /** The argument {@code count}. */
    private static final Parameter<Integer> COUNT =
        Parameter.dependency("validate_cart", int.class).path("item_count");

    /** The argument {@code warehouse}. */
    private static final Parameter<String> WAREHOUSE =
        Parameter.config("warehouse", String.class).defaultValue("main");

    /** Describes the step. */
    UpdateInventoryStep() {
      super(
          HandlerDescriptor.handler("ecommerce_update_inventory", "update_inventory")
              .declaredAt("com.acme.orders.OrderProcessing.updateInventory(int, String)")
              .parameters(COUNT, WAREHOUSE)
              .result(OrderProcessing.Reservation.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      int count = invocation.argument(COUNT);
      String warehouse = invocation.argument(WAREHOUSE);
      return OrderProcessing.updateInventory(count, warehouse);
    }
  }

  /** Runs step {@code validate_cart} by calling {@link OrderProcessing#validateCart}. */
  private static final class ValidateCartStep extends DescribedAdapter {
    /** The argument {@code order}. */
    private static final Parameter<OrderProcessing.OrderRequest> ORDER =
        Parameter.input(OrderProcessing.OrderRequest.class);

    /** Describes the step. */
    ValidateCartStep() {
      super(
          HandlerDescriptor.handler("ecommerce_validate_cart", "validate_cart")
              .declaredAt("com.acme.orders.OrderProcessing.validateCart(OrderRequest)")
              .parameters(ORDER)
              .result(OrderProcessing.Cart.class));
    }

    @Override
    public Object call(StepInvocation invocation) {
      OrderProcessing.OrderRequest order = invocation.argument(ORDER);
      return OrderProcessing.validateCart(order);
    }
  }
}
