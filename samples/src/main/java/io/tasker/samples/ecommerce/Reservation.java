package io.tasker.samples.ecommerce;

import java.time.Instant;
import java.util.List;

/**
 * Stock set aside for an order.
 *
 * @param updatedProducts the new stock of each product
 * @param totalItemsReserved how many pieces were set aside
 * @param inventoryLogId the number of the entry in the stock log
 * @param updatedAt when
 */
public record Reservation(
    List<StockChange> updatedProducts,
    int totalItemsReserved,
    String inventoryLogId,
    Instant updatedAt) {

  /**
   * The new stock of a product.
   *
   * @param productId the product
   * @param sku its stock keeping unit
   * @param previousQuantity how many there were
   * @param newQuantity how many are left
   * @param reserved how many were set aside
   */
  public record StockChange(
      String productId, String sku, int previousQuantity, int newQuantity, int reserved) {}
}
