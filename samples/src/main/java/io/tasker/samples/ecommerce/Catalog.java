package io.tasker.samples.ecommerce;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The five products of the shop. */
final class Catalog {

  /**
   * A product.
   *
   * @param id its number
   * @param sku its stock keeping unit
   * @param name its name for people
   * @param price its price in US dollars
   * @param stock how many are there
   */
  record Product(long id, String sku, String name, BigDecimal price, int stock) {}

  private static final Map<Long, Product> PRODUCTS =
      Stream.of(
              new Product(1, "WGT-A-001", "Widget A", new BigDecimal("29.99"), 100),
              new Product(2, "WGT-B-002", "Widget B", new BigDecimal("49.99"), 50),
              new Product(3, "WGT-C-003", "Widget C", new BigDecimal("99.99"), 25),
              new Product(4, "GDG-X-004", "Gadget X", new BigDecimal("149.99"), 30),
              new Product(5, "GDG-Y-005", "Gadget Y", new BigDecimal("199.99"), 15))
          .collect(toUnmodifiableMap(Product::id, identity()));

  private static final Map<String, Product> BY_SKU =
      PRODUCTS.values().stream().collect(toUnmodifiableMap(Product::sku, identity()));

  private Catalog() {}

  static Optional<Product> byId(long id) {
    return Optional.ofNullable(PRODUCTS.get(id));
  }

  static Optional<Product> bySku(String sku) {
    return Optional.ofNullable(BY_SKU.get(sku));
  }
}
