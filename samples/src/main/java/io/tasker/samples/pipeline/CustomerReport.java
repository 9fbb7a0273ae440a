package io.tasker.samples.pipeline;

import io.tasker.samples.pipeline.SampleData.Customer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The customers by tier and by what they are worth. */
record CustomerReport(
    int recordCount,
    Map<String, Tier> tierAnalysis,
    Segments valueSegments,
    BigDecimal totalLifetimeValue,
    BigDecimal avgCustomerValue) {
  private static final BigDecimal HIGH = new BigDecimal("10000");
  private static final BigDecimal MEDIUM = new BigDecimal("1000");

  record Tier(int customerCount, BigDecimal totalLifetimeValue, BigDecimal avgLifetimeValue) {}

  record Segments(int highValue, int mediumValue, int lowValue) {}

  static CustomerReport of(List<Customer> customers) {
    int high = worthAtLeast(customers, HIGH);
    int medium = worthAtLeast(customers, MEDIUM) - high;
    Tier all = tier(customers);
    return new CustomerReport(
        customers.size(),
        Groups.by(customers, Customer::tier, CustomerReport::tier),
        new Segments(high, medium, customers.size() - high - medium),
        all.totalLifetimeValue(),
        all.avgLifetimeValue());
  }

  private static int worthAtLeast(List<Customer> customers, BigDecimal value) {
    return (int)
        customers.stream().filter(each -> each.lifetimeValue().compareTo(value) >= 0).count();
  }

  private static Tier tier(List<Customer> customers) {
    BigDecimal total = Groups.sum(customers, Customer::lifetimeValue);
    return new Tier(customers.size(), total, Groups.quotient(total, customers.size(), 2));
  }
}
