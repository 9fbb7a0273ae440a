package shop;

import io.tasker.annotation.*;
import io.tasker.event.DomainEvent;
import io.tasker.handler.*;
import java.util.*;

/** No handlers. */
interface Orders {}

/** The first with handlers. */
@Workflow(namespace = "shop", name = "checkout")
final class Checkout {
  enum Route { SHIP }

  record Order(String item) {}

  record Basket(Order order, int total) {}

  record Summary(List<Basket> baskets) {}

  private Checkout() {}

  @Handler
  static Basket price(@Input Order order) {
    return new Basket(order, 1);
  }

  @Handler
  static Decision<Route> route(@Depends("price") Basket basket) {
    return Decision.to(Route.SHIP);
  }

  @Handler
  static List<Basket> ship(@Depends("price") Basket basket) {
    return List.of(basket);
  }

  @Handler
  @FanOut(worker = "count", batchSize = 2)
  static BatchPlan<Basket> plan(@Depends("price") Basket basket) {
    return BatchPlan.<Basket>of(2).found(basket);
  }

  @Handler
  static Other count(BatchSlice slice, @Provided Service service) {
    return new Other(1);
  }

  @Handler
  static Other[] list(@Depends("count") BatchResults<Other> counts) {
    return new Other[0];
  }

  @Subscribes("order.*")
  static void log(DomainEvent event, @Provided Service service) {}
}

/** The second, of single fields, with subscribers. */
@Workflow(namespace = "shop", name = "returns")
final class Returns {
  record Reason(String text) {}

  private Returns() {}

  @Handler
  static Other accept(
      @Input("other") Other other,
      @Input("reasons") List<Reason> reasons,
      @Config("limits") Map<String, Other> limits) {
    return other;
  }

  @Subscribes("order.*")
  static void log(DomainEvent event) {}
}

record Other(int n) {}

interface Service {}
