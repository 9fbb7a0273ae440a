package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.TaskState;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepExecutionMetadata;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TaskerAssertionsTest {
  private static final String STEPS =
      """

        weigh     complete           1 attempt
        pay       error              1 attempt    permanent_error: Declined
        label     complete           1 attempt
        dispatch  pending            not started
      """
          .stripTrailing();

  private final WorkflowRun run =
      WorkflowTest.of(Parcels.registry(), "parcels", "send")
          .failing("pay", new PermanentException("Declined"))
          .run(new Parcels.Parcel(new BigDecimal("4"), "Ada"));

  @Test
  void taskState_showsAllSteps() {
    assertThat(run).hasState(TaskState.ERROR).isError();
    assertMessage(
        () -> assertThat(run).isComplete(),
        "Expected the task to end in complete, but it ended in error:" + STEPS);
  }

  @Test
  void steps_showAllSteps() {
    assertMessage(
        () -> assertThat(run).completedSteps("weigh"),
        "Expected the steps in state complete to be [weigh], but they are [label, weigh]:" + STEPS);
    assertMessage(
        () -> assertThat(run).hasStep("wiegh"),
        "Expected the task to have a step 'wiegh'. Its steps:" + STEPS);
    assertMessage(
        () -> assertThat(run).failedSteps("pya"),
        "Expected the task to have a step 'pya'. Its steps:" + STEPS);
  }

  @Test
  void step_showsAllSteps() {
    assertThat(run)
        .hasStep("pay")
        .isError()
        .hasAttempts(1)
        .hasMessageContaining("Decl")
        .hasErrorType("permanent_error")
        .task()
        .completedSteps("label", "weigh");
    assertMessage(
        () -> assertThat(run).hasStep("pay").hasAttempts(2),
        "Expected step 'pay' to have 2 attempts, but it has 1:" + STEPS);
    assertMessage(
        () -> assertThat(run).hasStep("pay").hasCode("X"),
        "Expected step 'pay' to have failed with the code X, but it is absent:" + STEPS);
    assertMessage(
        () -> assertThat(run).hasStep("label").hasErrorType("x"),
        "Expected step 'label' to have failed, but no attempt did:" + STEPS);
    assertMessage(
        () -> assertThat(run).hasResult("dispatch", "", 1),
        "Expected step 'dispatch' to be complete, but it is pending:" + STEPS);
  }

  @Test
  void result_isComparedAsJsonAndByValue() {
    assertThat(run)
        .hasResult("weigh", "/amount", 10)
        .hasResult("weigh", "/amount", new BigDecimal("10.00"))
        .hasResult("weigh", "", new Parcels.Price(new BigDecimal("10"), "EUR"))
        .hasResult("weigh", "", Map.of("currency", "EUR", "amount", 10.0));
    assertMessage(
        () -> assertThat(run).hasResult("weigh", "/amount", 11),
        """
        Step 'weigh': Expected the result to have 11 at '/amount', where there is 10.0 in
        {
          "amount" : 10.0,
          "currency" : "EUR"
        }""");
    assertMessage(
        () -> assertThat(run).hasResult("weigh", "/total", 10),
        """
        Step 'weigh': Expected the result to have 10 at '/total', where there is nothing in
        {
          "amount" : 10.0,
          "currency" : "EUR"
        }""");
  }

  @Test
  void run_showsAttempts() {
    assertMessage(
        () -> assertThat(run).startedSteps("weigh"),
        """
        Expected the steps to start in the order [weigh], but they started in the order \
        [weigh, pay, label]:
          weigh, attempt 1 after PT0S
          pay, attempt 1 after PT0S failed: Declined
          label, attempt 1 after PT0S""");
    assertMessage(
        () -> assertThat(run).hasElapsed(Duration.ofSeconds(1)),
        """
        Expected the task to take PT1S, but it took PT0S:
          weigh, attempt 1 after PT0S
          pay, attempt 1 after PT0S failed: Declined
          label, attempt 1 after PT0S""");
    assertThatThrownBy(() -> assertThat(run).hasAttemptsAfter("pay"))
        .hasMessageContaining("to start after [], but they started after [PT0S]");
  }

  @Test
  void outcome_showsWhatItIs() {
    StepExecutionResult success =
        HandlerCall.of((input, dependencies) -> Map.of("total", 118.77)).call();
    StepExecutionResult failure =
        HandlerCall.of((input, dependencies) -> StepResult.failure("No funds").code("NO_FUNDS"))
            .call();

    assertThat(success).hasResult("/total", new BigDecimal("118.770"));
    assertMessage(
        () -> assertThat(success).isPermanentFailure(),
        """
        Expected the outcome to be a permanent failure, but it is a success:
        {
          "total" : 118.77
        }""");
    assertMessage(
        () -> assertThat(failure).isSuccess(),
        "Expected the outcome to be a success, but it is a permanent failure: 'No funds' (error"
            + " type permanent_error, code NO_FUNDS, context {})");
    assertMessage(
        () -> assertThat(failure).hasMessageContaining("money"),
        "Expected the outcome to have a message containing 'money', but it is a permanent"
            + " failure: 'No funds' (error type permanent_error, code NO_FUNDS, context {})");
    for (ThrowingCallable wrong :
        List.<ThrowingCallable>of(
            () -> assertThat(failure).isRetryableFailure(),
            () -> assertThat(failure).hasCode("OTHER"),
            () -> assertThat(failure).hasErrorType("other"),
            () -> assertThat(failure).hasMessage("No fund"),
            () -> assertThat(failure).hasErrorContext("balance", 1),
            () -> assertThat(failure).hasMetadata("gateway", "north"),
            () -> assertThat(success).hasResult("/total", "118.77"))) {
      assertThatThrownBy(wrong).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void description_isKeptOnTheWayToASteps() {
    assertMessage(
        () -> assertThat(run).as("my %s", "order").isComplete(),
        "[my order] Expected the task to end in complete, but it ended in error:" + STEPS);
    assertMessage(
        () -> assertThat(run).as("my order").hasStep("pay").isComplete(),
        "[my order] Expected step 'pay' to be complete, but it is error:" + STEPS);
    assertMessage(
        () -> assertThat(run).as("my order").hasStep("pay", step -> step.hasAttempts(2)),
        "[my order] Expected step 'pay' to have 2 attempts, but it has 1:" + STEPS);
    assertThatThrownBy(() -> assertThat(run).as("my order").hasResult("weigh", "/amount", 11))
        .hasMessageStartingWith("[my order] Step 'weigh': Expected the result to have 11");
  }

  @Test
  void fewerAttemptsThanThereWere_isAFailure() {
    assertMessage(
        () -> assertThat(run).hasStep("pay").hasAttempts(0),
        "Expected step 'pay' to have 0 attempts, but it has 1:" + STEPS);
  }

  @Test
  void attemptsOfAStepThatIsNotThere_showAllSteps() {
    assertMessage(
        () -> assertThat(run).hasAttemptsAfter("pya"),
        "Expected the task to have a step 'pya'. Its steps:" + STEPS);
  }

  @Test
  void null_isNothingButNull() {
    StepExecutionResult outcome =
        HandlerCall.of(
                (input, dependencies) -> {
                  Map<String, Object> result = new HashMap<>();
                  result.put("coupon", null);
                  result.put("basket", Map.of());
                  return result;
                })
            .call();

    assertThat(outcome).hasResult("/coupon", null).hasResult("/basket", Map.of());
    assertThatThrownBy(() -> assertThat(outcome).hasResult("/basket", null))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertThat(outcome).hasResult("/coupon", Map.of()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bytes_areComparedAsTheyTravel() {
    byte[] bytes = {1, 2, 3};
    StepExecutionResult outcome =
        HandlerCall.of((input, dependencies) -> Map.of("signature", bytes)).call();

    assertThat(outcome).hasResult("/signature", bytes).hasResult("/signature", "AQID");
  }

  @Test
  void expectationThatNoResultCanMeet_isRefused() {
    assertThatThrownBy(() -> assertThat(run).hasResult("weigh", "amount", 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'amount' is not a JSON pointer: it begins with a slash, as '/amount', or is empty for"
                + " the whole result");
    assertThatThrownBy(() -> assertThat(run).hasResult("weigh", "/amount", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("No result has the expected value, since it cannot be JSON: ");
    assertThatThrownBy(() -> assertThat(run).hasResult("weigh", "/none", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void success_isNoRetryableFailure() {
    StepExecutionMetadata plain =
        StepExecutionResult.success(new UUID(1, 2), "x", 0, Map.of()).metadata();
    StepExecutionResult success =
        new StepExecutionResult(
            new UUID(1, 2),
            true,
            "x",
            new StepExecutionMetadata(
                0,
                null,
                true,
                plain.completedAt(),
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                Map.of()),
            StepExecutionResult.COMPLETED,
            null,
            null);

    assertThatThrownBy(() -> assertThat(success).isRetryableFailure())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected the outcome to be a retryable failure, but it is a success");
  }

  private static void assertMessage(ThrowingCallable wrong, String message) {
    assertThatThrownBy(wrong).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}
