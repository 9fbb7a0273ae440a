package io.tasker.samples.pipeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The sums and averages that the reports have in common. Groups are in the order of their keys. */
final class Groups {
  private Groups() {}

  static <T, R> Map<String, R> by(
      List<T> items, Function<T, String> key, Function<List<T>, R> summary) {
    Map<String, R> result = new TreeMap<>();
    items.stream()
        .collect(groupingBy(key, toList()))
        .forEach((name, group) -> result.put(name, summary.apply(group)));
    return result;
  }

  static <T> BigDecimal sum(List<T> items, Function<T, BigDecimal> amount) {
    return items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns zero where there is nothing to divide by. */
  static BigDecimal quotient(BigDecimal sum, long count, int digits) {
    return count == 0
        ? BigDecimal.ZERO
        : sum.divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_UP);
  }
}
