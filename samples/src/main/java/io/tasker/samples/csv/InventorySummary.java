package io.tasker.samples.csv;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some rows come to. Amounts are exact, so the order in which batches end changes nothing.
 *
 * @param processedCount how many rows
 * @param totalInventoryValue price times stock, summed up
 * @param categoryCounts how many rows of each category
 * @param maxPrice the highest price, 0 without rows
 * @param maxPriceProduct the first product that has it, empty without rows
 * @param averageRating the average of all rows, 0 without rows
 */
public record InventorySummary(
    long processedCount,
    BigDecimal totalInventoryValue,
    Map<String, Long> categoryCounts,
    BigDecimal maxPrice,
    String maxPriceProduct,
    BigDecimal averageRating) {
  private static final InventorySummary NOTHING =
      new InventorySummary(0, BigDecimal.ZERO, Map.of(), BigDecimal.ZERO, "", BigDecimal.ZERO);

  static InventorySummary of(List<Product> products) {
    if (products.isEmpty()) {
      return NOTHING;
    }
    Product dearest =
        products.stream()
            .reduce((a, b) -> b.price().compareTo(a.price()) > 0 ? b : a)
            .orElseThrow();
    return new InventorySummary(
        products.size(),
        sum(products.stream().map(Product::inventoryValue).toList()),
        products.stream().collect(groupingBy(Product::category, TreeMap::new, counting())),
        dearest.price(),
        dearest.title(),
        quotient(sum(products.stream().map(Product::rating).toList()), products.size()));
  }

  static InventorySummary total(List<InventorySummary> batches) {
    long rows = batches.stream().mapToLong(InventorySummary::processedCount).sum();
    if (rows == 0) {
      return NOTHING;
    }
    InventorySummary dearest =
        batches.stream().max(Comparator.comparing(InventorySummary::maxPrice)).orElseThrow();
    BigDecimal ratings = sum(batches.stream().map(InventorySummary::ratings).toList());
    return new InventorySummary(
        rows,
        sum(batches.stream().map(InventorySummary::totalInventoryValue).toList()),
        batches.stream()
            .flatMap(batch -> batch.categoryCounts().entrySet().stream())
            .collect(groupingBy(Map.Entry::getKey, TreeMap::new, summingLong(Map.Entry::getValue))),
        dearest.maxPrice(),
        dearest.maxPriceProduct(),
        quotient(ratings, rows));
  }

  private BigDecimal ratings() {
    return averageRating.multiply(BigDecimal.valueOf(processedCount));
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal quotient(BigDecimal sum, long count) {
    return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
  }
}
