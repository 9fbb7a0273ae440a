package io.tasker.samples.pipeline;

import java.math.BigDecimal;

/** How well the business does, in points of a hundred. */
record HealthScore(int score, int maxScore, String rating, String details) {

  static HealthScore of(BigDecimal revenuePerCustomer, int reorderAlerts, BigDecimal value) {
    int revenue = points(revenuePerCustomer, 500, 40, 200, 20);
    int inventory = reorderAlerts == 0 ? 30 : reorderAlerts < 3 ? 15 : 0;
    int customer = points(value, 3_000, 30, 1_000, 15);
    int score = revenue + inventory + customer;
    return new HealthScore(
        score,
        100,
        rating(score),
        "Revenue: %s/40, Inventory: %s/30, Customer: %s/30"
            .formatted(revenue, inventory, customer));
  }

  private static int points(BigDecimal value, long good, int most, long fair, int some) {
    if (value.compareTo(BigDecimal.valueOf(good)) > 0) {
      return most;
    }
    return value.compareTo(BigDecimal.valueOf(fair)) > 0 ? some : 0;
  }

  private static String rating(int score) {
    if (score >= 80) {
      return "Excellent";
    }
    if (score >= 60) {
      return "Good";
    }
    return score >= 40 ? "Fair" : "Needs Improvement";
  }
}
