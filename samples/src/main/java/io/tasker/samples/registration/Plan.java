package io.tasker.samples.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a user may have, and what it costs each month. */
enum Plan {
  @JsonProperty("free")
  FREE("0", 0),
  @JsonProperty("pro")
  PRO("29.99", 14),
  @JsonProperty("enterprise")
  ENTERPRISE("299.99", 30);

  final BigDecimal price;
  final int trialDays;

  Plan(String price, int trialDays) {
    this.price = new BigDecimal(price);
    this.trialDays = trialDays;
  }

  List<String> features() {
    return switch (this) {
      case FREE -> List.of("basic_features");
      case PRO -> List.of("basic_features", "advanced_analytics");
      case ENTERPRISE ->
          List.of(
              "basic_features", "advanced_analytics", "priority_support", "custom_integrations");
    };
  }

  boolean isFree() {
    return this == FREE;
  }

  Map<String, Object> defaultPreferences() {
    Map<String, Object> preferences = new LinkedHashMap<>();
    preferences.put("email_notifications", true);
    preferences.put("marketing_emails", !isFree());
    preferences.put("product_updates", true);
    preferences.put("weekly_digest", !isFree());
    preferences.put("theme", isFree() ? "light" : "dark");
    preferences.put("language", "en");
    preferences.put("timezone", "UTC");
    if (!isFree()) {
      preferences.put("api_notifications", true);
    }
    if (this == ENTERPRISE) {
      preferences.put("audit_logs", true);
      preferences.put("advanced_reports", true);
    }
    return preferences;
  }
}
