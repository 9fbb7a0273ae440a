package io.tasker.samples.registration;

import io.tasker.annotation.Depends;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import io.tasker.handler.ValidationException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Creates a user, sets up billing and preferences side by side, welcomes the user and marks the
 * account as active. Each step stands for another service.
 */
@Workflow(
    namespace = "microservices",
    name = "user_registration",
    description = "Registers a user with four services.")
@Retry(maxAttempts = 2, base = "2s", max = "20s")
@Timeout("20s")
public final class UserRegistration {
  private static final List<String> SERVICES =
      List.of("user_service", "billing_service", "preferences_service", "notification_service");

  private UserRegistration() {}

  record User(String userId, String email, String name, Plan plan, String source, String status) {}

  record Billing(
      Optional<String> billingId,
      String status,
      BigDecimal price,
      List<String> features,
      boolean billingRequired,
      Optional<LocalDate> trialEnd,
      Optional<LocalDate> nextBillingDate) {}

  record Preferences(
      String preferencesId, Map<String, Object> preferences, int defaultsApplied, int customized) {}

  record Message(String channel, String template, String status) {}

  record Welcome(int messagesSent, List<String> channelsUsed, List<Message> messages) {}

  record Registration(
      String userId,
      Optional<String> billingId,
      String status,
      boolean registrationComplete,
      int welcomeMessagesSent,
      List<String> servicesCompleted) {}

  @Handler
  @Retry(maxAttempts = 3, base = "2s", max = "30s")
  @Timeout("30s")
  static User createUserAccount(
      @Input("email") String email,
      @Input("full_name") String name,
      @Input(value = "plan", defaultValue = "free") Plan plan,
      @Input(value = "source", defaultValue = "web") String source) {
    if (email.length() < 5 || !email.contains("@") || !email.contains(".")) {
      throw new ValidationException("Invalid email format: " + email);
    }
    if (email.endsWith("@blocked.test")) {
      throw new ValidationException("Email domain is blocked: " + email);
    }
    // A user who registers twice is the same user, and so is one whose first attempt got lost.
    return email.equals("existing@example.com")
        ? new User("user_existing_001", email, name, plan, source, "already_exists")
        : new User(id("usr_", 12), email, name, plan, source, "created");
  }

  @Handler
  @Retry(maxAttempts = 3, base = "2s", max = "30s")
  @Timeout("30s")
  static Billing setupBillingProfile(
      @Depends("create_user_account") User user, @Provided Clock clock) {
    Plan plan = user.plan();
    if (plan.isFree()) {
      return new Billing(
          Optional.empty(),
          "skipped_free_plan",
          plan.price,
          plan.features(),
          false,
          Optional.empty(),
          Optional.empty());
    }
    LocalDate today = LocalDate.now(clock);
    return new Billing(
        Optional.of(id("bill_", 10)),
        "active",
        plan.price,
        plan.features(),
        true,
        Optional.of(today.plusDays(plan.trialDays)),
        Optional.of(today.plusDays(30)));
  }

  @Handler
  @Retry(maxAttempts = 3, base = "2s", max = "30s")
  @Timeout("30s")
  static Preferences initializePreferences(
      @Depends("create_user_account") User user,
      @Input("preferences") Optional<Map<String, Object>> wishes) {
    Map<String, Object> preferences = new LinkedHashMap<>(user.plan().defaultPreferences());
    int defaults = preferences.size();
    wishes.ifPresent(preferences::putAll);
    return new Preferences(id("pref_", 8), preferences, defaults, wishes.map(Map::size).orElse(0));
  }

  @Handler
  static Welcome sendWelcomeSequence(
      @Depends("create_user_account") User user,
      @Depends("setup_billing_profile") Billing billing,
      @Depends("initialize_preferences") Preferences preferences) {
    List<Message> messages = new ArrayList<>();
    if (!Boolean.FALSE.equals(preferences.preferences().get("email_notifications"))) {
      messages.add(new Message("email", "welcome_email", "sent"));
    }
    messages.add(new Message("in_app", "welcome_notification", "delivered"));
    if (user.plan() == Plan.ENTERPRISE) {
      messages.add(new Message("sms", "enterprise_welcome_sms", "sent"));
    }
    return new Welcome(messages.size(), messages.stream().map(Message::channel).toList(), messages);
  }

  @Handler
  static Registration updateUserStatus(
      @Depends("create_user_account") User user,
      @Depends("setup_billing_profile") Billing billing,
      @Depends("send_welcome_sequence") Welcome welcome) {
    return new Registration(
        user.userId(), billing.billingId(), "active", true, welcome.messagesSent(), SERVICES);
  }

  private static String id(String prefix, int digits) {
    return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, digits);
  }
}
