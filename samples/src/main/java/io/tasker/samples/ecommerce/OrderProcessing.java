package io.tasker.samples.ecommerce;

import io.tasker.annotation.After;
import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Takes an order from the cart to the confirmation: five steps, one after the other. */
@Workflow(
    namespace = "ecommerce",
    name = "order_processing",
    version = "1.0.0",
    description = "Takes an order from the cart to the confirmation.")
@Retry(maxAttempts = 2, base = "100ms", max = "5s")
@Timeout("10s")
public final class OrderProcessing {
  private static final BigDecimal TAX_RATE = new BigDecimal("0.08");
  private static final BigDecimal FREE_SHIPPING_ABOVE = new BigDecimal("100.00");
  private static final BigDecimal FLAT_SHIPPING = new BigDecimal("5.99");

  private OrderProcessing() {}

  @Handler
  static Cart validateCart(@Input OrderRequest order) {
    if (order.cartItems().isEmpty()) {
      throw new PermanentException("Cart cannot be empty");
    }
    if (order.customerEmail().isBlank()) {
      throw new PermanentException("An order needs a customer_email to confirm it to");
    }
    List<Cart.Line> lines = order.cartItems().stream().map(OrderProcessing::priced).toList();
    BigDecimal subtotal =
        lines.stream().map(Cart.Line::lineTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax = cents(subtotal.multiply(TAX_RATE));
    BigDecimal shipping =
        subtotal.compareTo(FREE_SHIPPING_ABOVE) > 0 ? cents(BigDecimal.ZERO) : FLAT_SHIPPING;
    BigDecimal total = subtotal.add(tax).add(shipping);
    int itemCount = lines.stream().mapToInt(Cart.Line::quantity).sum();
    return new Cart(lines, subtotal, TAX_RATE, tax, shipping, total, itemCount);
  }

  @Handler
  static Payment processPayment(
      @Depends("validate_cart") Cart cart,
      @Input(value = "payment_token", defaultValue = "tok_test_success") String token,
      @Input(value = "payment_method", defaultValue = "credit_card") String method,
      @Provided Clock clock) {
    switch (token) {
      case "tok_test_declined" -> throw new PermanentException("Card was declined");
      case "tok_test_insufficient_funds" ->
          throw new PermanentException("Insufficient funds on card");
      case "tok_test_network_error" -> throw new RetryableException("Payment gateway unreachable");
      default -> {
        return new Payment(
            "pay_" + randomHex(12),
            "txn_" + randomHex(12),
            "AUTH" + randomHex(6).toUpperCase(Locale.ROOT),
            cart.total(),
            "USD",
            method,
            "completed",
            clock.instant());
      }
    }
  }

  @Handler
  @After("process_payment")
  static Reservation updateInventory(@Depends("validate_cart") Cart cart, @Provided Clock clock) {
    List<Reservation.StockChange> changes = new ArrayList<>();
    for (Cart.Line line : cart.validatedItems()) {
      Catalog.Product product =
          Catalog.bySku(line.sku())
              .orElseThrow(() -> new PermanentException("No product has SKU " + line.sku()));
      changes.add(
          new Reservation.StockChange(
              "PROD-" + product.id(),
              line.sku(),
              product.stock(),
              product.stock() - line.quantity(),
              line.quantity()));
    }
    return new Reservation(changes, cart.itemCount(), "inv_" + randomHex(12), clock.instant());
  }

  @Handler
  static Order createOrder(
      @Depends("validate_cart") Cart cart,
      @Depends("process_payment") Payment payment,
      @Depends("update_inventory") Reservation reservation,
      @Input("customer_email") String customerEmail,
      @Provided Clock clock) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Order(
        orderId(today),
        "confirmed",
        cart.validatedItems(),
        cart.itemCount(),
        cart.total(),
        customerEmail,
        payment.transactionId(),
        reservation.inventoryLogId(),
        today.plusDays(5),
        now);
  }

  @Handler
  static Confirmation sendConfirmation(
      @Depends(value = "create_order", path = "order_id") String orderId,
      @Input("customer_email") String customerEmail,
      @Provided Clock clock) {
    return new Confirmation(
        "email_" + randomHex(12),
        "sent",
        customerEmail,
        "Order Confirmation - " + orderId,
        "email",
        "Your order " + orderId + " has been confirmed!",
        clock.instant());
  }

  private static Cart.Line priced(OrderRequest.Item item) {
    Catalog.Product product =
        Catalog.byId(item.productId())
            .orElseThrow(
                () ->
                    new PermanentException(
                        "Product %d not found in catalog".formatted(item.productId())));
    if (item.quantity() <= 0) {
      throw new PermanentException(
          "Invalid quantity %d for product %s".formatted(item.quantity(), product.name()));
    }
    if (item.quantity() > product.stock()) {
      throw new PermanentException(
          "Insufficient stock for %s: requested %d, available %d"
              .formatted(product.name(), item.quantity(), product.stock()));
    }
    BigDecimal lineTotal = cents(product.price().multiply(BigDecimal.valueOf(item.quantity())));
    return new Cart.Line(
        product.sku(), product.name(), item.quantity(), product.price(), lineTotal);
  }

  private static String orderId(LocalDate today) {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(today);
    return "ORD-" + day + "-" + randomHex(6).toUpperCase(Locale.ROOT);
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static String randomHex(int digits) {
    return UUID.randomUUID().toString().replace("-", "").substring(0, digits);
  }
}
