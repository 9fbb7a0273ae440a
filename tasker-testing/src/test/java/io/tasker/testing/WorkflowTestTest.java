package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static java.time.Duration.ZERO;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
