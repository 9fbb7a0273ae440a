package io.tasker.samples.fulfillment;

import java.util.Map;
import java.util.Optional;

/** The products and where they are. */
final class Warehouse {
  record Product(String name, int stock, String category, String location) {}

  private static final Map<String, Product> PRODUCTS =
      Map.of(
          "WIDGET-001", new Product("Premium Widget A", 100, "widgets", "WH-EAST-A1"),
          "WIDGET-002", new Product("Deluxe Widget B", 50, "widgets", "WH-WEST-B2"),
          "GADGET-002", new Product("Standard Gadget C", 200, "gadgets", "WH-CENTRAL-C3"));

  private Warehouse() {}

  static Optional<Product> find(String sku) {
    return Optional.ofNullable(PRODUCTS.get(sku));
  }
}
