package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.handler.RetryableException;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Virtual time, and what takes time that is not. */
class WorkflowTimeTest {
  private static final Parcels.Parcel PARCEL = new Parcels.Parcel(new BigDecimal("4"), "Ada");

  @Test
  void taking_passesSideBySide() {
    WorkflowRun run =
        parcels().taking("pay", ofSeconds(9)).taking("label", ofSeconds(4)).run(PARCEL);

    assertThat(run)
        .isComplete()
        .hasElapsed(ofSeconds(9))
        .hasAttemptsAfter("dispatch", ofSeconds(9));
  }

  @Test
  void takingLongerThanTheTimeout_timesOut() {
    WorkflowRun run = parcels().taking("pay", ofSeconds(11)).run(PARCEL);

    // Three attempts of 10 s each with waits of 30 s and 60 s between them.
    assertThat(run)
        .isError()
        .hasElapsed(ofMinutes(2))
        .hasStep("pay")
        .hasAttempts(3)
        .hasErrorType("handler_timeout");
  }

  @Test
  void stageOfAnotherThread_holdsTimeStill() {
    CountDownLatch isAsked = new CountDownLatch(1);
    CompletionStage<String> later =
        CompletableFuture.supplyAsync(
            () -> {
              await(isAsked);
              return "Slow";
            });
    WorkflowRun run =
        parcels()
            .answering(
                "label",
                context -> {
                  isAsked.countDown();
                  return later;
                })
            .taking("pay", ofSeconds(1))
            .run(PARCEL);

    assertThat(run).isComplete().hasElapsed(ofSeconds(1)).hasResult("label", "", "Slow");
  }

  @Test
  void stageThatNobodyCompletes_timesOut() {
    List<CompletableFuture<Object>> stages = new ArrayList<>();
    WorkflowRun run =
        parcels()
            .waitingAtMost(ofMillis(1))
            .answering(
                "pay",
                context -> {
                  CompletableFuture<Object> stage = new CompletableFuture<>();
                  stages.add(stage);
                  CompletionStage<Object> never = stage;
                  return never;
                })
            .run(PARCEL);

    // Three attempts of 10 s each with waits of 30 s and 60 s between them.
    assertThat(run)
        .isError()
        .hasElapsed(ofMinutes(2))
        .hasStep("pay")
        .hasAttempts(3)
        .hasErrorType("handler_timeout");
    assertThat(stages).hasSize(3).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  @Timeout(60)
  void stageThatNobodyCompletes_withoutATimeout_isToldWithTheStepsThatWait() {
    WorkflowTest test =
        WorkflowTest.of(HandlerRegistry.empty(), template())
            .waitingAtMost(ofMillis(1))
            .answering("first", context -> new CompletableFuture<>())
            .returning("second", 2)
            .returning("third", 3);

    assertThatThrownBy(() -> test.run(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The workflow waits for something that never comes")
        .hasMessageContaining("first   in_progress        1 attempt");
  }

  @Test
  @Timeout(60)
  void handlerThatBlocks_isInterruptedAndNamed() {
    WorkflowTest test =
        parcels()
            .waitingAtMost(ofMillis(1))
            .answering("pay", context -> new CompletableFuture<>().get());

    assertThatThrownBy(() -> test.run(PARCEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Step 'pay' kept the thread of the test waiting for more than PT0.001S of real time,"
                + " which no timeout in virtual time ends. Let its handler return a stage, put"
                + " something in its place, or raise waitingAtMost(...).")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void boundThatIsNotPositive_isRefused() {
    assertThatThrownBy(() -> parcels().waitingAtMost(ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The bound must be positive: PT0S");
    assertThatThrownBy(() -> parcels().waitingAtMost(ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everything_runsOnTheThreadOfTheTest() {
    AtomicReference<Thread> seen = new AtomicReference<>();

    parcels()
        .failing("label", 1, new RetryableException("Busy"))
        .answering(
            "label",
            context -> {
              seen.set(Thread.currentThread());
              return "x";
            })
        .run(PARCEL);

    assertThat(seen).hasValue(Thread.currentThread());
  }

  private static WorkflowTest parcels() {
    return WorkflowTest.of(Parcels.registry(), "parcels", "send");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TaskTemplate template() {
    return TaskTemplate.template("test", "chain", "1.0.0")
        .step(StepDefinition.step("first", HandlerReference.to("one")).build())
        .step(
            StepDefinition.step("second", HandlerReference.to("two"))
                .dependencies(List.of("first"))
                .build())
        .step(
            StepDefinition.step("third", HandlerReference.to("three"))
                .dependencies(List.of("second"))
                .build())
        .build();
  }
}
