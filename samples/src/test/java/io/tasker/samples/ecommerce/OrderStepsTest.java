package io.tasker.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps are static methods, so a test calls them; no engine, no context, no JSON. */
class OrderStepsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

  @Test
  void validateCart_pricesTwoProducts() {
    Cart cart = OrderProcessing.validateCart(order(item(1, 2), item(2, 1)));

    assertThat(cart.subtotal()).isEqualTo("109.97");
    assertThat(cart.tax()).isEqualTo("8.80");
    assertThat(cart.shipping()).isEqualTo("0.00");
    assertThat(cart.total()).isEqualTo("118.77");
    assertThat(cart.itemCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 29.99, 2.40, 5.99, 38.38",
    "1, 2, 59.98, 4.80, 5.99, 70.77",
    "3, 1, 99.99, 8.00, 5.99, 113.98"
  })
  void validateCart_addsTaxAndShipping(
      long product, int quantity, String subtotal, String tax, String shipping, String total) {
    Cart cart = OrderProcessing.validateCart(order(item(product, quantity)));

    assertThat(cart.subtotal()).isEqualTo(subtotal);
    assertThat(cart.tax()).isEqualTo(tax);
    assertThat(cart.shipping()).isEqualTo(shipping);
    assertThat(cart.total()).isEqualTo(total);
  }

  @Test
  void validateCart_refusesAnEmptyCart() {
    assertThatThrownBy(() -> OrderProcessing.validateCart(order()))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Cart cannot be empty");
  }

  @Test
  void validateCart_refusesAnUnknownProduct() {
    assertThatThrownBy(() -> OrderProcessing.validateCart(order(item(99, 1))))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Product 99 not found in catalog");
  }

  @Test
  void validateCart_refusesMoreThanTheStock() {
    assertThatThrownBy(() -> OrderProcessing.validateCart(order(item(1, 101))))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Insufficient stock for Widget A: requested 101, available 100");
  }

  @Test
  void validateCart_refusesAQuantityBelowOne() {
    assertThatThrownBy(() -> OrderProcessing.validateCart(order(item(1, 0))))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Invalid quantity 0 for product Widget A");
  }

  @Test
  void processPayment_chargesTheTotalOfTheCart() {
    Payment payment =
        OrderProcessing.processPayment(
            cartWithTotal("64.79"), "tok_test_success", "credit_card", CLOCK);

    assertThat(payment.status()).isEqualTo("completed");
    assertThat(payment.amountCharged()).isEqualTo("64.79");
    assertThat(payment.transactionId()).matches("txn_[0-9a-f]{12}");
  }

  @Test
  void processPayment_reportsADeclinedCardForGood() {
    assertThatThrownBy(
            () ->
                OrderProcessing.processPayment(
                    cartWithTotal("64.79"), "tok_test_declined", "credit_card", CLOCK))
        .isInstanceOf(PermanentException.class)
        .hasMessage("Card was declined");
  }

  @Test
  void processPayment_mayTryAnUnreachableGatewayAgain() {
    assertThatThrownBy(
            () ->
                OrderProcessing.processPayment(
                    cartWithTotal("64.79"), "tok_test_network_error", "credit_card", CLOCK))
        .isInstanceOf(RetryableException.class)
        .hasMessage("Payment gateway unreachable");
  }

  @Test
  void updateInventory_reservesEveryPiece() {
    Cart cart = OrderProcessing.validateCart(order(item(1, 2), item(2, 1)));

    Reservation reservation = OrderProcessing.updateInventory(cart, CLOCK);

    assertThat(reservation.totalItemsReserved()).isEqualTo(3);
    assertThat(reservation.updatedProducts())
        .containsExactly(
            new Reservation.StockChange("PROD-1", "WGT-A-001", 100, 98, 2),
            new Reservation.StockChange("PROD-2", "WGT-B-002", 50, 49, 1));
  }

  @Test
  void createOrder_joinsCartPaymentAndReservation() {
    Cart cart = OrderProcessing.validateCart(order(item(1, 2), item(2, 1)));
    Payment payment =
        OrderProcessing.processPayment(cart, "tok_test_success", "credit_card", CLOCK);
    Reservation reservation = OrderProcessing.updateInventory(cart, CLOCK);

    Order order = OrderProcessing.createOrder(cart, payment, reservation, "ada@example.com", CLOCK);

    assertThat(order.orderId()).matches("ORD-20260301-[0-9A-F]{6}");
    assertThat(order.totalAmount()).isEqualTo("118.77");
    assertThat(order.transactionId()).isEqualTo(payment.transactionId());
    assertThat(order.estimatedDelivery()).isEqualTo(LocalDate.of(2026, 3, 6));
  }

  @Test
  void sendConfirmation_namesTheOrder() {
    Confirmation confirmation =
        OrderProcessing.sendConfirmation("ORD-20260301-ABCDEF", "ada@example.com", CLOCK);

    assertThat(confirmation.subject()).isEqualTo("Order Confirmation - ORD-20260301-ABCDEF");
    assertThat(confirmation.recipient()).isEqualTo("ada@example.com");
  }

  private static OrderRequest order(OrderRequest.Item... items) {
    return new OrderRequest(List.of(items), "ada@example.com");
  }

  private static OrderRequest.Item item(long product, int quantity) {
    return new OrderRequest.Item(product, quantity);
  }

  private static Cart cartWithTotal(String total) {
    BigDecimal amount = new BigDecimal(total);
    return new Cart(
        List.of(), amount, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, amount, 0);
  }
}
