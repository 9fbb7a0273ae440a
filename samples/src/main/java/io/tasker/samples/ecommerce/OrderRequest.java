package io.tasker.samples.ecommerce;

import java.util.List;

/**
 * What a customer sends to order.
 *
 * @param cartItems the products and how many of each
 * @param customerEmail where the confirmation goes
 */
public record OrderRequest(List<Item> cartItems, String customerEmail) {

  /**
   * A product in the cart.
   *
   * @param productId the number of the product in the {@link Catalog}
   * @param quantity how many
   */
  public record Item(long productId, int quantity) {}
}
