package io.tasker.samples.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the three sources hold. */
final class SampleData {
  record Sale(
      LocalDate date,
      String product,
      String category,
      String region,
      int quantity,
      BigDecimal total) {}

  record Stock(
      String productId, String sku, String warehouse, int quantityOnHand, int reorderPoint) {}

  record Customer(String customerId, String tier, BigDecimal lifetimeValue) {}

  static final List<Sale> SALES =
      List.of(
          sale(1, "Widget A", "widgets", "north", 5, "499.95"),
          sale(5, "Widget B", "widgets", "south", 3, "299.97"),
          sale(10, "Widget A", "widgets", "north", 2, "199.98"),
          sale(15, "Gadget X", "gadgets", "east", 10, "1499.90"),
          sale(18, "Widget B", "widgets", "west", 7, "699.93"),
          sale(22, "Widget A", "widgets", "north", 4, "399.96"),
          sale(25, "Gadget Y", "gadgets", "east", 1, "249.99"));

  static final List<Stock> STOCK =
      List.of(
          new Stock("PROD-A", "SKU-A-001", "WH-01", 150, 50),
          new Stock("PROD-B", "SKU-B-002", "WH-01", 75, 25),
          new Stock("PROD-C", "SKU-C-003", "WH-02", 200, 100),
          new Stock("PROD-A", "SKU-A-001", "WH-02", 100, 50),
          new Stock("PROD-D", "SKU-D-004", "WH-01", 20, 30));

  static final List<Customer> CUSTOMERS =
      List.of(
          new Customer("CUST-001", "gold", new BigDecimal("5000")),
          new Customer("CUST-002", "standard", new BigDecimal("2500")),
          new Customer("CUST-003", "premium", new BigDecimal("15000")),
          new Customer("CUST-004", "standard", new BigDecimal("500")),
          new Customer("CUST-005", "gold", new BigDecimal("7500")));

  private SampleData() {}

  private static Sale sale(
      int day, String product, String category, String region, int quantity, String total) {
    LocalDate date = LocalDate.of(2025, 11, day);
    return new Sale(date, product, category, region, quantity, new BigDecimal(total));
  }
}
