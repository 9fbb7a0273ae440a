package shop;

import io.tasker.annotation.*;
import io.tasker.event.DomainEvent;
import io.tasker.handler.*;
import java.util.*;

/** Orders. */
@Retry(maxAttempts = 2)
@Timeout("10s")
@Workflow(namespace = "shop", name = "checkout")
final class Checkout {
  enum Route { SHIP, STORE }

  private Checkout() {}

  @Handler
  @Publishes("order.priced")
  @Publishes("order.counted")
  static Basket price(@Input("n") int n, @Config(value = "k", defaultValue = "1") int k) {
    return new Basket(n * k);
  }

  @Handler
  static Decision<Route> route(@Depends("price") Basket basket) {
    return Decision.to(Route.SHIP);
  }

  @Handler
  @After("price")
  static void ship(@Provided StringBuilder log) {}

  @Handler
  static void store(StepContext context) {}

  @Handler
  @FanOut(worker = "count", batchSize = 2)
  static BatchPlan<Integer> plan(@Depends("price") Basket basket) {
    return BatchPlan.<Integer>of(2).found(1);
  }

  @Handler
  static int count(BatchSlice slice) {
    return 1;
  }

  @Handler
  static List<Basket> list(
      @Input("page") Pages.Page page,
      @Input("baskets") Map<String, Basket[]> baskets,
      @Depends("count") BatchResults<Integer> counts) {
    return List.of();
  }

  @Handler
  static int sum(@Depends("list") List<Basket> baskets) {
    return baskets.size();
  }

  @Subscribes("order.*")
  static void log(DomainEvent event) {}
}

record Basket(int total) {}

interface Pages {
  record Page(int number) {}
}
