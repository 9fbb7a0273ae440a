package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.InvalidInputException;
import io.tasker.UnknownWorkflowException;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepResult;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTestTest {
  private static final Parcels.Parcel PARCEL = new Parcels.Parcel(new BigDecimal("4"), "Ada");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void run_callsAllHandlersInAFixedOrder(boolean jsonRoundTrip) {
    WorkflowRun run = parcels().jsonRoundTrip(jsonRoundTrip).run(PARCEL);

    assertThat(run)
        .isComplete()
        .startedSteps("weigh", "pay", "label", "dispatch")
        .completedSteps("weigh", "pay", "label", "dispatch")
        .hasResult("pay", "/paid", 10)
        .hasResult("dispatch", "", "To Ada, paid 10.0")
        .hasElapsed(ZERO);
  }

  @Test
  void clock_isTheVirtualOne() {
    Instant start = Instant.parse("2026-03-01T10:15:30Z");

    WorkflowRun run = parcels().startingAt(start).taking("weigh", ofSeconds(5)).run(PARCEL);

    assertThat(run.result("pay", Parcels.Receipt.class).paidAt()).isEqualTo(start.plusSeconds(5));
  }

  @Test
  void clock_canBeAnother() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    WorkflowRun run = parcels().provide(Clock.class, Clock.fixed(noon, ZoneOffset.UTC)).run(PARCEL);

    assertThat(run.result("pay", Parcels.Receipt.class).paidAt()).isEqualTo(noon);
  }

  @Test
  void config_takesThePlaceOfTheTemplates() {
    assertThat(parcels().config("weigh", Map.of("rate", 3)).run(PARCEL))
        .hasResult("pay", "/paid", 12);
    assertThat(parcels().config(Map.of("rate", 5)).run(PARCEL)).hasResult("pay", "/paid", 20);
  }

  @Test
  void config_ofAStepThatIsNotThere_orThatDoesNotReadTheKey_isRefused() {
    assertThatThrownBy(() -> parcels().config("wiegh", Map.of("rate", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no step 'wiegh'");
    assertThatThrownBy(() -> parcels().config("pay", Map.of("rate", 3)).run(PARCEL))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("Step 'pay' of parcels/send does not read the configuration key");
  }

  @Test
  void config_ofAStepWithSomethingInItsPlace_isIgnored() {
    assertThat(
            parcels()
                .returning("weigh", new Parcels.Price(BigDecimal.TEN, "EUR"))
                .config("weigh", Map.of("rate", 3))
                .run(PARCEL))
        .hasResult("pay", "/paid", 10);
  }

  @Test
  void failing_retriesInVirtualTime() {
    WorkflowRun run = parcels().failing("pay", 2, new RetryableException("Busy")).run(PARCEL);

    assertThat(run)
        .isComplete()
        .hasAttemptsAfter("pay", ZERO, ofSeconds(30), ofSeconds(90))
        .hasElapsed(ofSeconds(90))
        .hasStep("pay", step -> step.hasAttempts(3).hasMessageContaining("Busy"));
    assertThat(run.attempts("pay").get(0).failure()).isPresent();
    assertThat(run.attempts("pay").get(2).failure()).isEmpty();
  }

  @Test
  void failingForGood_stopsTheStepsBelowAndNoOthers() {
    WorkflowRun run = parcels().failing("pay", new PermanentException("Declined")).run(PARCEL);

    assertThat(run)
        .isError()
        .startedSteps("weigh", "pay", "label")
        .completedSteps("weigh", "label")
        .failedSteps("pay")
        .hasStep("dispatch", StepReportAssert::isPending);
  }

  @Test
  void failingMoreOftenThanAllowed_endsInError() {
    WorkflowRun run = parcels().failing("pay", new RetryableException("Down")).run(PARCEL);

    assertThat(run).isError().hasElapsed(ofSeconds(90)).hasStep("pay").isError().hasAttempts(3);
  }

  @Test
  void returning_standsForTheHandlerWhateverItsType() {
    WorkflowRun run =
        parcels()
            .jsonRoundTrip(false)
            .returning("weigh", Map.of("amount", 7, "currency", "EUR"))
            .returning("label", "Bin")
            .run(PARCEL);

    assertThat(run).isComplete().hasResult("dispatch", "", "Bin, paid 7");
  }

  @Test
  void returning_mayBeAStepResult() {
    WorkflowRun run =
        parcels().returning("pay", StepResult.failure("No funds").code("NO_FUNDS")).run(PARCEL);

    assertThat(run).isError().hasStep("pay").isError().hasCode("NO_FUNDS").hasAttempts(1);
  }

  @Test
  void answering_seesTheAttemptAsTheHandlerWould() {
    WorkflowRun run =
        parcels()
            .answering(
                "pay",
                context -> {
                  if (!context.isRetry()) {
                    throw new RetryableException("Busy").retryAfter(ofSeconds(7));
                  }
                  BigDecimal amount = context.dependencyField("weigh", "amount", BigDecimal.class);
                  return Map.of("paid", amount, "paid_at", "2026-03-01T10:15:30Z");
                })
            .run(PARCEL);

    assertThat(run)
        .isComplete()
        .hasAttemptsAfter("pay", ZERO, ofSeconds(7))
        .hasResult("dispatch", "", "To Ada, paid 10.0");
  }

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

  @Test
  void stepsWithoutAnyHandler_areAllNamedInOneError() {
    WorkflowTest test =
        WorkflowTest.of(HandlerRegistry.empty(), template())
            .returning("first", 1)
            .failing("third", 1, new RetryableException("Busy"));

    assertThatThrownBy(() -> test.run(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "test/chain@1.0.0: no handler for step 'second' (callable 'two'), step 'third'"
                + " (callable 'three'). Put something in their place with returning(...) or"
                + " answering(...), or add the handlers to the registry, which has none.");
  }

  @Test
  void withoutAnyHandler_replacementsAreEnough() {
    WorkflowRun run =
        WorkflowTest.of(HandlerRegistry.empty(), template())
            .returning("first", 1)
            .answering("second", context -> context.dependency("first", Integer.class) + 1)
            .failing("third", new PermanentException("No"))
            .run(Map.of());

    assertThat(run).isError().hasResult("second", "", 2).failedSteps("third");
  }

  @Test
  void stepsThatShareAHandler_areReplacedOneByOne() {
    TaskTemplate template =
        TaskTemplate.template("test", "shared", "1.0.0")
            .step(StepDefinition.step("a", HandlerReference.to("echo")).build())
            .step(StepDefinition.step("b", HandlerReference.to("echo")).build())
            .build();
    HandlerRegistry handlers =
        HandlerRegistry.empty().register("echo", (input, dependencies) -> "real");

    WorkflowRun run = WorkflowTest.of(handlers, template).returning("b", "stub").run(Map.of());

    assertThat(run).hasResult("a", "", "real").hasResult("b", "", "stub");
  }

  @Test
  void unknownStep_isRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> parcels().returning("wiegh", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "parcels/send@1.0.0 has no step 'wiegh'. Its steps: weigh, pay, label, dispatch");
  }

  @Test
  void unknownWorkflow_isRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> WorkflowTest.of(Parcels.registry(), "parcels", "sent"))
        .isInstanceOf(UnknownWorkflowException.class)
        .hasMessageContaining("parcels/send@1.0.0");
  }

  @Test
  void missingService_isOnlyAskedForIfTheHandlerIsCalled() {
    HandlerRegistry handlers = HandlerRegistry.empty().register(new NeedsGateway());
    TaskTemplate template =
        TaskTemplate.template("test", "gateway", "1.0.0")
            .step(StepDefinition.step("charge", HandlerReference.to("charge")).build())
            .build();
    WorkflowTest test = WorkflowTest.of(handlers, template);

    assertThatThrownBy(() -> test.run(Map.of()))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("java.lang.Appendable");
    assertThat(test.returning("charge", 1).run(Map.of())).isComplete();
  }

  @Test
  void inputThatIsNoObject_isRefused() {
    assertThatThrownBy(() -> parcels().run("[]")).isInstanceOf(InvalidInputException.class);
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
