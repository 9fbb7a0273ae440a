package io.tasker.samples.refunds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Locale;

/** How much a customer may get back, how long after the purchase, and whether somebody asks. */
enum Tier {
  @JsonProperty("standard")
  STANDARD(30, true, "100"),
  @JsonProperty("gold")
  GOLD(60, false, "500"),
  @JsonProperty("premium")
  PREMIUM(90, false, "1000");

  final int windowDays;
  final boolean requiresApproval;
  final BigDecimal most;

  Tier(int windowDays, boolean requiresApproval, String most) {
    this.windowDays = windowDays;
    this.requiresApproval = requiresApproval;
    this.most = new BigDecimal(most);
  }

  static Tier of(String customerId) {
    String id = customerId.toLowerCase(Locale.ROOT);
    if (id.contains("vip") || id.contains("premium")) {
      return PREMIUM;
    }
    return id.contains("gold") ? GOLD : STANDARD;
  }
}
