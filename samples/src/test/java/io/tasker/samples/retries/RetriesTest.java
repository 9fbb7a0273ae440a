package io.tasker.samples.retries;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.samples.Templates;
import io.tasker.template.TaskTemplate;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ByReferenceAndAsJson
class RetriesTest {
  private final boolean jsonRoundTrip;

  RetriesTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(TaskTemplate template) {
    return WorkflowTest.of(HandlerRegistry.load(), template)
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of());
  }

  private static TaskTemplate boundary(int maxAttempts, boolean retryable) {
    return Templates.of(
        "boundary.yaml",
        """
        name: boundary
        namespace_name: retry_mechanics
        version: "1.0.0"
        steps:
          - name: always_fail
            handler:
              callable: always_fail
              initialization: {fail_count: 10}
            retry: {retryable: %s, max_attempts: %d, backoff: none}
        """
            .formatted(retryable, maxAttempts));
  }

  @Test
  void twoFailures_areFollowedByASuccess() {
    assertThat(run(Templates.read(FailNTimes.class, "retry_after_transient_failure.yaml")))
        .isComplete()
        .hasAttemptsAfter("fail_twice_then_succeed", ZERO, ofMillis(100), ofMillis(300))
        .hasResult("fail_twice_then_succeed", "/attempts", 3)
        .hasResult("fail_twice_then_succeed", "/status", "succeeded");
  }

  @Test
  void afterTheLastAttempt_theStepIsInError() {
    assertThat(run(Templates.read(FailNTimes.class, "retry_exhaustion.yaml")))
        .isError()
        .hasAttemptsAfter("always_fail", ZERO, ofMillis(100), ofMillis(300))
        .hasStep("always_fail")
        .isError()
        .hasAttempts(3)
        .hasErrorType("retryable_error");
  }

  @ParameterizedTest
  @CsvSource({"1, true, 1", "3, true, 3", "3, false, 1", "1, false, 1"})
  void theFirstAttempt_countsAndIsAlwaysMade(int maxAttempts, boolean retryable, int attempts) {
    assertThat(run(boundary(maxAttempts, retryable)))
        .isError()
        .hasStep("always_fail")
        .hasAttempts(attempts);
  }

  // Tasker Core takes a template without attempts and makes one; here it is refused.
  @Test
  void noAttempts_areNoTemplate() {
    assertThatThrownBy(() -> run(boundary(0, true))).hasMessageContaining("max_attempts");
  }

  private WorkflowRun scenario(ErrorScenarios.Scenario scenario) {
    return WorkflowTest.of("error_scenarios", "error_scenarios")
        .jsonRoundTrip(jsonRoundTrip)
        .run(Map.of("scenario", scenario));
  }

  @Test
  void success_hasAStatusAndAMessage() {
    assertThat(scenario(ErrorScenarios.Scenario.SUCCESS))
        .isComplete()
        .hasResult("perform", "", new ErrorScenarios.Outcome("success", "Everything went well"))
        .hasElapsed(ZERO);
  }

  @Test
  void aTemporaryError_isTriedThreeTimes() {
    assertThat(scenario(ErrorScenarios.Scenario.TEMPORARY_ERROR))
        .isError()
        .hasAttemptsAfter("perform", ZERO, ofSeconds(1), ofSeconds(2))
        .hasStep("perform")
        .hasCode("TEMPORARY_ERROR");
  }

  @Test
  void aPermanentError_endsTheTaskAtOnce() {
    assertThat(scenario(ErrorScenarios.Scenario.PERMANENT_ERROR))
        .isError()
        .hasElapsed(ZERO)
        .hasStep("perform")
        .hasAttempts(1)
        .hasCode("ACCOUNT_CLOSED");
  }
}
