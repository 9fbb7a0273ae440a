package io.tasker.samples.pipeline;

import io.tasker.samples.pipeline.SampleData.Stock;
import java.util.List;
import java.util.Map;

/** The stock by warehouse and product. A product is ordered when all its stock is too little. */
record StockReport(
    int recordCount,
    Map<String, Warehouse> warehouseSummary,
    Map<String, Product> productInventory,
    int totalQuantityOnHand,
    int reorderAlerts) {

  record Warehouse(int totalQuantity, int productCount, int reorderAlerts) {}

  record Product(int totalQuantity, int warehouseCount, boolean needsReorder) {}

  static StockReport of(List<Stock> stock) {
    Map<String, Product> products = Groups.by(stock, Stock::productId, StockReport::product);
    return new StockReport(
        stock.size(),
        Groups.by(stock, Stock::warehouse, StockReport::warehouse),
        products,
        quantity(stock),
        (int) products.values().stream().filter(Product::needsReorder).count());
  }

  private static Warehouse warehouse(List<Stock> stock) {
    long alerts =
        stock.stream().filter(each -> each.quantityOnHand() <= each.reorderPoint()).count();
    return new Warehouse(quantity(stock), stock.size(), (int) alerts);
  }

  private static Product product(List<Stock> stock) {
    int needed = stock.stream().mapToInt(Stock::reorderPoint).sum();
    return new Product(quantity(stock), stock.size(), quantity(stock) < needed);
  }

  private static int quantity(List<Stock> stock) {
    return stock.stream().mapToInt(Stock::quantityOnHand).sum();
  }
}
