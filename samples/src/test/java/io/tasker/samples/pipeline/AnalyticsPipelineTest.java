package io.tasker.samples.pipeline;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.handler.RetryableException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class AnalyticsPipelineTest {
  private final boolean jsonRoundTrip;

  AnalyticsPipelineTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowTest pipeline() {
    return WorkflowTest.of("data_pipeline", "analytics_pipeline").jsonRoundTrip(jsonRoundTrip);
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  // Tasker Core's example adds binary fractions up to 3849.6800000000003.
  @Test
  void sources_areReadWhole() {
    assertThat(pipeline().run(Map.of()))
        .isComplete()
        .hasResult("extract_sales_data", "/record_count", 7)
        .hasResult("extract_sales_data", "/total_revenue", amount("3849.68"))
        .hasResult("extract_sales_data", "/total_quantity", 32)
        .hasResult("extract_inventory_data", "/record_count", 5)
        .hasResult("extract_inventory_data", "/total_quantity", 545)
        .hasResult("extract_customer_data", "/record_count", 5)
        .hasResult("extract_customer_data", "/total_lifetime_value", 30500)
        .hasResult(
            "extract_customer_data",
            "/tier_breakdown",
            Map.of("standard", 2, "premium", 1, "gold", 2));
  }

  @Test
  void sales_areGrouped() {
    SalesReport report = pipeline().run(Map.of()).result("transform_sales", SalesReport.class);

    assertThat(report.totalRevenue()).isEqualTo("3849.68");
    assertThat(report.byCategory())
        .isEqualTo(Map.of("widgets", amount("2099.79"), "gadgets", amount("1749.89")));
    assertThat(report.topCategory()).isEqualTo("widgets");
    assertThat(report.byRegion())
        .isEqualTo(
            Map.of(
                "north", amount("1099.89"),
                "south", amount("299.97"),
                "east", amount("1749.89"),
                "west", amount("699.93")));
    assertThat(report.productSales())
        .isEqualTo(
            Map.of(
                "Widget A", new SalesReport.Product(11, amount("1099.89"), 3, amount("366.63")),
                "Widget B", new SalesReport.Product(10, amount("999.90"), 2, amount("499.95")),
                "Gadget X", new SalesReport.Product(10, amount("1499.90"), 1, amount("1499.90")),
                "Gadget Y", new SalesReport.Product(1, amount("249.99"), 1, amount("249.99"))));
    assertThat(report.dailySales())
        .hasSize(7)
        .containsEntry("2025-11-01", new SalesReport.Day(amount("499.95"), 1));
  }

  @Test
  void stock_isGrouped() {
    StockReport report = pipeline().run(Map.of()).result("transform_inventory", StockReport.class);

    assertThat(report.warehouseSummary())
        .isEqualTo(
            Map.of(
                "WH-01", new StockReport.Warehouse(245, 3, 1),
                "WH-02", new StockReport.Warehouse(300, 2, 0)));
    assertThat(report.productInventory())
        .isEqualTo(
            Map.of(
                "PROD-A", new StockReport.Product(250, 2, false),
                "PROD-B", new StockReport.Product(75, 1, false),
                "PROD-C", new StockReport.Product(200, 1, false),
                "PROD-D", new StockReport.Product(20, 1, true)));
    assertThat(report.totalQuantityOnHand()).isEqualTo(545);
    assertThat(report.reorderAlerts()).isEqualTo(1);
  }

  @Test
  void customers_areGrouped() {
    assertThat(pipeline().run(Map.of()))
        .hasResult(
            "transform_customers",
            "/tier_analysis/gold",
            new CustomerReport.Tier(2, amount("12500"), amount("6250")))
        .hasResult(
            "transform_customers",
            "/tier_analysis/standard",
            new CustomerReport.Tier(2, amount("3000"), amount("1500")))
        .hasResult(
            "transform_customers",
            "/tier_analysis/premium",
            new CustomerReport.Tier(1, amount("15000"), amount("15000")))
        .hasResult("transform_customers", "/value_segments", new CustomerReport.Segments(1, 3, 1))
        .hasResult("transform_customers", "/avg_customer_value", 6100);
  }

  @Test
  void theThreeReports_sayWhatToDo() {
    assertThat(pipeline().run(Map.of()))
        .hasResult("aggregate_metrics", "/total_revenue", amount("3849.68"))
        .hasResult("aggregate_metrics", "/total_inventory_quantity", 545)
        .hasResult("aggregate_metrics", "/total_customers", 5)
        .hasResult("aggregate_metrics", "/sales_transactions", 7)
        .hasResult("aggregate_metrics", "/inventory_reorder_alerts", 1)
        .hasResult("aggregate_metrics", "/revenue_per_customer", amount("769.94"))
        .hasResult("aggregate_metrics", "/inventory_turnover_indicator", amount("7.0636"))
        .hasResult("aggregate_metrics", "/total_records_processed", 17)
        .hasResult(
            "generate_insights",
            "/health_score",
            new HealthScore(
                85, 100, "Excellent", "Revenue: 40/40, Inventory: 15/30, Customer: 30/30"))
        .hasResult("generate_insights", "/insight_count", 3)
        .hasResult("generate_insights", "/insights/0/metric", amount("769.94"))
        .hasResult("generate_insights", "/insights/1/metric", 1)
        .hasResult("generate_insights", "/insights/2/metric", 6100)
        .hasResult(
            "generate_insights",
            "/insights/0/recommendation",
            "Customer spend is healthy; focus on acquisition")
        .hasResult("generate_insights", "/insights/1/message", "1 products below reorder threshold")
        .hasResult(
            "generate_insights",
            "/insights/2/recommendation",
            "High-value customer base; invest in retention and loyalty programs");
  }

  // The numbers of the other data that Tasker Core comes with.
  @Test
  void otherReports_giveOtherMetrics() {
    AnalyticsPipeline.Metrics metrics =
        AnalyticsPipeline.aggregateMetrics(
            new SalesReport(5, amount("3199.73"), Map.of(), Map.of(), Map.of(), Map.of(), ""),
            new StockReport(5, Map.of(), Map.of(), 575, 0),
            new CustomerReport(
                5,
                Map.of(),
                new CustomerReport.Segments(1, 3, 1),
                amount("30500"),
                amount("6100.00")));

    assertThat(metrics.revenuePerCustomer()).isEqualTo("639.95");
    assertThat(metrics.inventoryTurnoverIndicator()).isEqualTo("5.5647");
    assertThat(AnalyticsPipeline.generateInsights(metrics).healthScore().score()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "500.01, 0, 3000.01, 100, Excellent",
    "500, 1, 3000.01, 65, Good",
    "200, 2, 3000.01, 45, Fair",
    "200, 3, 1000, 0, Needs Improvement"
  })
  void health_isRated(String revenue, int alerts, String value, int score, String rating) {
    HealthScore health = HealthScore.of(amount(revenue), alerts, amount(value));

    assertThat(health.score()).isEqualTo(score);
    assertThat(health.rating()).isEqualTo(rating);
  }

  @Test
  void sources_areReadSideBySide_andASlowOneIsAskedAgain() {
    assertThat(
            pipeline()
                .taking("extract_inventory_data", ofSeconds(9))
                .taking("extract_customer_data", ofSeconds(8))
                .failing("extract_sales_data", 1, new RetryableException("Database busy"))
                .run(Map.of()))
        .isComplete()
        .hasElapsed(ofSeconds(9))
        .hasStep("extract_sales_data")
        .hasAttempts(2);
  }
}
