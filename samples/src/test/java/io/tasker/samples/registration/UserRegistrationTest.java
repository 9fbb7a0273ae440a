package io.tasker.samples.registration;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.InvalidInputException;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class UserRegistrationTest {
  private final boolean jsonRoundTrip;

  UserRegistrationTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowTest registrations() {
    return WorkflowTest.of("microservices", "user_registration")
        .jsonRoundTrip(jsonRoundTrip)
        .startingAt(Instant.parse("2026-03-01T10:00:00Z"));
  }

  private WorkflowRun run(String email, String plan) {
    return registrations().run(Map.of("email", email, "full_name", "Ada Byron", "plan", plan));
  }

  @ParameterizedTest
  @CsvSource({
    "free, 0, skipped_free_plan, 1, 7, 2, email in_app",
    "pro, 29.99, active, 2, 8, 2, email in_app",
    "enterprise, 299.99, active, 4, 10, 3, email in_app sms"
  })
  void thePlan_decidesPriceDefaultsAndChannels(
      String plan,
      BigDecimal price,
      String billing,
      int features,
      int defaults,
      int messages,
      String channels) {
    WorkflowRun run = run("ada@example.com", plan);

    assertThat(run)
        .isComplete()
        .hasResult("create_user_account", "/status", "created")
        .hasResult("create_user_account", "/source", "web")
        .hasResult("setup_billing_profile", "/price", price)
        .hasResult("setup_billing_profile", "/status", billing)
        .hasResult("initialize_preferences", "/defaults_applied", defaults)
        .hasResult("send_welcome_sequence", "/messages_sent", messages)
        .hasResult("send_welcome_sequence", "/channels_used", List.of(channels.split(" ", -1)))
        .hasResult("update_user_status", "/status", "active")
        .hasResult("update_user_status", "/registration_complete", true)
        .hasResult("update_user_status", "/welcome_messages_sent", messages);
    assertThat(run.step("setup_billing_profile").json().path("features").size())
        .isEqualTo(features);
    assertThat(run.step("update_user_status").json().path("services_completed").size())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"pro, 2026-03-15", "enterprise, 2026-03-31"})
  void aPlanThatCosts_beginsWithATrial(String plan, String trialEnd) {
    assertThat(run("ada@example.com", plan))
        .hasResult("setup_billing_profile", "/trial_end", trialEnd)
        .hasResult("setup_billing_profile", "/next_billing_date", "2026-03-31")
        .hasResult("setup_billing_profile", "/billing_required", true);
  }

  @Test
  void withoutAPlan_theUserHasTheFreeOne() {
    assertThat(registrations().run(Map.of("email", "ada@example.com", "full_name", "Ada Byron")))
        .isComplete()
        .hasResult("create_user_account", "/plan", "free");
  }

  @Test
  void aUserWhoExists_isNotCreatedAgain() {
    assertThat(run("existing@example.com", "pro"))
        .isComplete()
        .hasResult("create_user_account", "/user_id", "user_existing_001")
        .hasResult("create_user_account", "/status", "already_exists")
        .hasResult("update_user_status", "/user_id", "user_existing_001");
  }

  @ParameterizedTest
  @CsvSource({
    "not an address, Invalid email format: not an address",
    "a@.b, Invalid email format: a@.b",
    "eve@blocked.test, Email domain is blocked: eve@blocked.test"
  })
  void aWrongAddress_isRefusedForGood(String email, String message) {
    assertThat(run(email, "pro"))
        .isError()
        .hasStep("create_user_account")
        .hasAttempts(1)
        .hasMessageContaining(message);
  }

  @Test
  void aPlanThatIsNone_startsNothing() {
    assertThatThrownBy(() -> run("ada@example.com", "platinum"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("plan");
  }

  @Test
  void wishes_replaceDefaults() {
    assertThat(
            registrations()
                .run(
                    Map.of(
                        "email",
                        "ada@example.com",
                        "full_name",
                        "Ada Byron",
                        "plan",
                        "enterprise",
                        "preferences",
                        Map.of("email_notifications", false, "theme", "sepia"))))
        .isComplete()
        .hasResult("initialize_preferences", "/defaults_applied", 10)
        .hasResult("initialize_preferences", "/customized", 2)
        .hasResult("initialize_preferences", "/preferences/theme", "sepia")
        .hasResult("initialize_preferences", "/preferences/weekly_digest", true)
        .hasResult("send_welcome_sequence", "/channels_used", List.of("in_app", "sms"));
  }

  @Test
  void billingAndPreferences_areSetUpSideBySide() {
    assertThat(
            registrations()
                .taking("setup_billing_profile", ofSeconds(5))
                .taking("initialize_preferences", ofSeconds(3))
                .run(Map.of("email", "ada@example.com", "full_name", "Ada Byron")))
        .isComplete()
        .hasElapsed(ofSeconds(5));
  }
}
