package io.tasker.samples.ecommerce;

import java.math.BigDecimal;
import java.util.List;

/**
 * A cart whose products exist, are in stock and have a price. Amounts are US dollars and cents.
 *
 * @param validatedItems a line for each product
 * @param subtotal the sum of the lines
 * @param taxRate the tax as a part of the subtotal
 * @param tax the tax
 * @param shipping the cost of shipping
 * @param total subtotal, tax and shipping
 * @param itemCount how many pieces
 */
public record Cart(
    List<Line> validatedItems,
    BigDecimal subtotal,
    BigDecimal taxRate,
    BigDecimal tax,
    BigDecimal shipping,
    BigDecimal total,
    int itemCount) {

  /**
   * A product in a cart.
   *
   * @param sku its stock keeping unit
   * @param name its name for people
   * @param quantity how many
   * @param unitPrice the price of one
   * @param lineTotal the price of all of them
   */
  public record Line(
      String sku, String name, int quantity, BigDecimal unitPrice, BigDecimal lineTotal) {}
}
