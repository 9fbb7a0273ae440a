package io.tasker.samples.fulfillment;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a customer sends to order. What is missing here is refused before anything starts.
 *
 * @param customer who orders
 * @param items what
 * @param payment how it is paid
 * @param shipping how it travels
 */
public record OrderRequest(
    Customer customer, List<Item> items, PaymentMethod payment, Shipping shipping) {

  record Customer(long id, String name, String email) {}

  record Item(String sku, int quantity, BigDecimal price) {}

  record PaymentMethod(String method, String token) {}

  record Shipping(String method, Address address) {}

  record Address(String street, String city, String state, String zip, String country) {}
}
