package io.tasker.samples.pipeline;

import io.tasker.samples.pipeline.SampleData.Sale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The sales by day, product, category and region. */
record SalesReport(
    int recordCount,
    BigDecimal totalRevenue,
    Map<String, BigDecimal> byCategory,
    Map<String, BigDecimal> byRegion,
    Map<String, Day> dailySales,
    Map<String, Product> productSales,
    String topCategory) {

  record Day(BigDecimal totalAmount, int orderCount) {}

  record Product(
      int totalQuantity, BigDecimal totalRevenue, int orderCount, BigDecimal avgOrderValue) {}

  static SalesReport of(List<Sale> sales) {
    Map<String, BigDecimal> byCategory = Groups.by(sales, Sale::category, SalesReport::revenue);
    return new SalesReport(
        sales.size(),
        revenue(sales),
        byCategory,
        Groups.by(sales, Sale::region, SalesReport::revenue),
        Groups.by(sales, sale -> sale.date().toString(), day -> new Day(revenue(day), day.size())),
        Groups.by(sales, Sale::product, SalesReport::product),
        byCategory.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(""));
  }

  private static Product product(List<Sale> sales) {
    BigDecimal revenue = revenue(sales);
    int quantity = sales.stream().mapToInt(Sale::quantity).sum();
    return new Product(quantity, revenue, sales.size(), Groups.quotient(revenue, sales.size(), 2));
  }

  private static BigDecimal revenue(List<Sale> sales) {
    return Groups.sum(sales, Sale::total);
  }
}
