package io.tasker.samples.fulfillment;

import io.tasker.annotation.After;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Workflow;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Checks an order, reserves its items, takes the payment and ships. */
@Workflow(
    namespace = "order_fulfillment",
    name = "business_workflow",
    description = "Takes an order from its check to its shipment.")
public final class OrderFulfillment {
  private static final BigDecimal MOST = new BigDecimal("50000");
  private static final BigDecimal FEE_RATE = new BigDecimal("0.029");

  private OrderFulfillment() {}

  record ValidOrder(
      boolean customerValidated,
      long customerId,
      List<Line> validatedItems,
      BigDecimal orderTotal,
      String validationStatus) {}

  record Line(
      String sku,
      String productName,
      int quantity,
      BigDecimal unitPrice,
      BigDecimal lineTotal,
      int availableStock,
      String category) {}

  record Reservation(
      String reservationId,
      int itemsReserved,
      String reservationStatus,
      BigDecimal totalReservedValue,
      List<ReservedLine> reservationDetails) {}

  record ReservedLine(String sku, int quantityReserved, String stockLocation) {}

  record Payment(
      boolean paymentProcessed,
      String transactionId,
      BigDecimal amountCharged,
      BigDecimal gatewayFee,
      String paymentStatus) {}

  record Shipment(
      String trackingNumber,
      String shippingStatus,
      String carrier,
      String serviceType,
      BigDecimal shippingCost,
      LocalDate estimatedDelivery) {}

  @Handler
  static ValidOrder validateOrder(@Input OrderRequest order) {
    if (order.items().isEmpty()) {
      throw new ValidationException("Order items cannot be empty", "EMPTY_ORDER_ITEMS");
    }
    List<Line> lines = order.items().stream().map(OrderFulfillment::line).toList();
    BigDecimal total = lines.stream().map(Line::lineTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.compareTo(MOST) > 0) {
      throw new ValidationException("Order total exceeds " + MOST, "ORDER_TOTAL_TOO_HIGH");
    }
    return new ValidOrder(true, order.customer().id(), lines, total, "complete");
  }

  @Handler
  static Reservation reserveInventory(@Depends("validate_order") ValidOrder order) {
    List<ReservedLine> reserved = new ArrayList<>();
    for (Line line : order.validatedItems()) {
      Warehouse.Product product = product(line.sku());
      if (product.stock() < line.quantity()) {
        // Somebody may cancel an order, so it is worth another attempt.
        throw new RetryableException("Insufficient stock of " + line.sku(), "INSUFFICIENT_STOCK")
            .with("sku", line.sku())
            .with("requested_quantity", line.quantity());
      }
      reserved.add(new ReservedLine(line.sku(), line.quantity(), product.location()));
    }
    return new Reservation(id("RES"), reserved.size(), "confirmed", order.orderTotal(), reserved);
  }

  @Handler
  @After("reserve_inventory")
  static Payment processPayment(
      @Depends(value = "validate_order", path = "order_total") BigDecimal total,
      @Input("payment") OrderRequest.PaymentMethod method) {
    if (method.token().equals("tok_declined")) {
      throw new PermanentException("Payment was declined", "PAYMENT_DECLINED");
    }
    return new Payment(true, id("TXN"), total, cents(total.multiply(FEE_RATE)), "completed");
  }

  @Handler
  @After({"reserve_inventory", "process_payment"})
  static Shipment shipOrder(
      @Depends("validate_order") ValidOrder order,
      @Input("shipping") OrderRequest.Shipping shipping,
      @Provided Clock clock) {
    ShippingMethod method = ShippingMethod.of(shipping.method());
    return new Shipment(
        id("TRK"),
        "label_created",
        method.carrier,
        method.service,
        method.cost(order.validatedItems().size()),
        method.deliveryFrom(LocalDate.now(clock)));
  }

  private static Line line(OrderRequest.Item item) {
    if (item.quantity() <= 0) {
      throw new ValidationException("Invalid quantity of " + item.sku(), "INVALID_QUANTITY");
    }
    if (item.price().signum() <= 0) {
      throw new ValidationException("Invalid price of " + item.sku(), "INVALID_PRICE");
    }
    Warehouse.Product product = product(item.sku());
    return new Line(
        item.sku(),
        product.name(),
        item.quantity(),
        item.price(),
        cents(item.price().multiply(BigDecimal.valueOf(item.quantity()))),
        product.stock(),
        product.category());
  }

  private static Warehouse.Product product(String sku) {
    return Warehouse.find(sku)
        .orElseThrow(
            () -> new ValidationException("Product " + sku + " not found", "PRODUCT_NOT_FOUND"));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static String id(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }
}
