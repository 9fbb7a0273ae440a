package shop;

import io.tasker.annotation.*;
import io.tasker.event.DomainEvent;
import io.tasker.handler.*;
import java.util.*;

/** Orders. */
@Workflow(namespace = "shop", name = "checkout")
public final class Checkout {
  /** Where an order goes. */
  enum Route {
    /** To the customer. */
    SHIP
  }

  /** What is ordered; javac 17 finds no comment at the fields of a record. */
  static final class Basket {
    /** The number of items. */
    public int total;

    /** Creates an empty one. */
    Basket() {}
  }

  /** Has no instances. */
  private Checkout() {}

  /**
   * Counts.
   *
   * @param n the number
   * @param names the names
   * @return the baskets
   */
  @Handler
  static List<Basket> price(@Input("n") int n, @Input("names") Optional<List<String>> names) {
    return List.of();
  }

  /**
   * Chooses.
   *
   * @param baskets the baskets
   * @param limits the limits
   * @return the route
   */
  @Handler
  static Decision<Route> route(
      @Depends("price") List<Basket> baskets, @Config("limits") Map<String, Basket> limits) {
    return Decision.to(Route.SHIP);
  }

  /**
   * Ships.
   *
   * @param log what was shipped
   */
  @Handler
  static void ship(@Provided List<Basket> log) {}

  /**
   * Splits.
   *
   * @param baskets the baskets
   * @return the batches
   */
  @Handler
  @FanOut(worker = "count", batchSize = 2)
  static BatchPlan<Integer> plan(@Depends("price") List<Basket> baskets) {
    return BatchPlan.<Integer>of(2).found(1);
  }

  /**
   * Counts a batch.
   *
   * @param slice the batch
   * @return the counts
   */
  @Handler
  static Map<String, Integer> count(BatchSlice slice) {
    return Map.of();
  }

  /**
   * Adds.
   *
   * @param counts the counts of the batches
   * @return their number
   */
  @Handler
  static int sum(@Depends("count") BatchResults<Map<String, Integer>> counts) {
    return 1;
  }

  /**
   * Logs.
   *
   * @param event what happened
   * @param log the log
   */
  @Subscribes("order.*")
  static void log(DomainEvent event, @Provided List<Basket> log) {}
}
