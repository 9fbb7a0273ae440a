package io.tasker.samples.pipeline;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.samples.pipeline.SampleData.Customer;
import io.tasker.samples.pipeline.SampleData.Sale;
import io.tasker.samples.pipeline.SampleData.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads sales, stock and customers side by side, makes a report of each, and one of all three. The
 * rules are in the records; the steps only say what flows where.
 */
@Workflow(
    namespace = "data_pipeline",
    name = "analytics_pipeline",
    description = "Reports on sales, stock and customers.")
@Retry(maxAttempts = 2, base = "2s", max = "20s")
@Timeout("20s")
public final class AnalyticsPipeline {
  private AnalyticsPipeline() {}

  record SalesExtract(
      String source,
      int recordCount,
      List<Sale> records,
      BigDecimal totalRevenue,
      int totalQuantity) {}

  record StockExtract(String source, int recordCount, List<Stock> records, int totalQuantity) {}

  record CustomerExtract(
      String source,
      int recordCount,
      List<Customer> records,
      BigDecimal totalLifetimeValue,
      Map<String, Integer> tierBreakdown) {}

  record Metrics(
      BigDecimal totalRevenue,
      int totalInventoryQuantity,
      int totalCustomers,
      BigDecimal totalCustomerLifetimeValue,
      int salesTransactions,
      int inventoryReorderAlerts,
      BigDecimal revenuePerCustomer,
      BigDecimal inventoryTurnoverIndicator,
      int totalRecordsProcessed,
      List<String> dataSources) {}

  record Insight(
      String type, String severity, String message, BigDecimal metric, String recommendation) {}

  record Insights(List<Insight> insights, HealthScore healthScore, int insightCount) {}

  @Handler
  @Retry(maxAttempts = 3, base = "2s", max = "30s")
  @Timeout("30s")
  static SalesExtract extractSalesData() {
    List<Sale> sales = SampleData.SALES;
    return new SalesExtract(
        "SalesDatabase",
        sales.size(),
        sales,
        Groups.sum(sales, Sale::total),
        sales.stream().mapToInt(Sale::quantity).sum());
  }

  @Handler
  @Retry(maxAttempts = 3, base = "2s", max = "30s")
  @Timeout("30s")
  static StockExtract extractInventoryData() {
    List<Stock> stock = SampleData.STOCK;
    int quantity = stock.stream().mapToInt(Stock::quantityOnHand).sum();
    return new StockExtract("InventorySystem", stock.size(), stock, quantity);
  }

  @Handler
  @Retry(maxAttempts = 3, base = "2s", max = "30s")
  @Timeout("30s")
  static CustomerExtract extractCustomerData() {
    List<Customer> customers = SampleData.CUSTOMERS;
    return new CustomerExtract(
        "CRMSystem",
        customers.size(),
        customers,
        Groups.sum(customers, Customer::lifetimeValue),
        Groups.by(customers, Customer::tier, List::size));
  }

  @Handler
  static SalesReport transformSales(
      @Depends(value = "extract_sales_data", path = "records") List<Sale> sales) {
    return SalesReport.of(sales);
  }

  @Handler
  static StockReport transformInventory(
      @Depends(value = "extract_inventory_data", path = "records") List<Stock> stock) {
    return StockReport.of(stock);
  }

  @Handler
  static CustomerReport transformCustomers(
      @Depends(value = "extract_customer_data", path = "records") List<Customer> customers) {
    return CustomerReport.of(customers);
  }

  @Handler
  @Timeout("30s")
  static Metrics aggregateMetrics(
      @Depends("transform_sales") SalesReport sales,
      @Depends("transform_inventory") StockReport stock,
      @Depends("transform_customers") CustomerReport customers) {
    BigDecimal revenue = sales.totalRevenue();
    return new Metrics(
        revenue,
        stock.totalQuantityOnHand(),
        customers.recordCount(),
        customers.totalLifetimeValue(),
        sales.recordCount(),
        stock.reorderAlerts(),
        Groups.quotient(revenue, customers.recordCount(), 2),
        Groups.quotient(revenue, stock.totalQuantityOnHand(), 4),
        sales.recordCount() + stock.recordCount() + customers.recordCount(),
        List.of("sales", "inventory", "customers"));
  }

  @Handler
  static Insights generateInsights(@Depends("aggregate_metrics") Metrics metrics) {
    BigDecimal perCustomer = metrics.revenuePerCustomer();
    int alerts = metrics.inventoryReorderAlerts();
    BigDecimal value =
        Groups.quotient(metrics.totalCustomerLifetimeValue(), metrics.totalCustomers(), 2);
    List<Insight> insights = new ArrayList<>();
    insights.add(
        new Insight(
            "revenue",
            "info",
            "Revenue per customer is " + perCustomer,
            perCustomer,
            perCustomer.compareTo(new BigDecimal("500")) < 0
                ? "Consider upselling strategies to increase average order value"
                : "Customer spend is healthy; focus on acquisition"));
    insights.add(
        alerts > 0
            ? new Insight(
                "alert",
                "warning",
                alerts + " products below reorder threshold",
                BigDecimal.valueOf(alerts),
                "Order them")
            : new Insight(
                "inventory", "info", "All products are in stock", BigDecimal.ZERO, "Keep it so"));
    insights.add(
        new Insight(
            "customer",
            "info",
            "Average lifetime value is " + value,
            value,
            value.compareTo(new BigDecimal("3000")) > 0
                ? "High-value customer base; invest in retention and loyalty programs"
                : "Look for customers who stay longer"));
    return new Insights(insights, HealthScore.of(perCustomer, alerts, value), insights.size());
  }
}
