package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.RateLimitException;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.handler.StepResult;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HandlerCallTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

  @Test
  void byName_bindsInputAndConfig() {
    StepExecutionResult outcome =
        HandlerCall.of(Parcels.registry(), "parcels_weigh")
            .input(new Parcels.Parcel(new BigDecimal("4"), "Ada"))
            .config(Map.of("rate", new BigDecimal("2.50")))
            .call();

    assertThat(outcome).isSuccess().hasResult("/amount", 10).hasResult("/currency", "EUR");
  }

  @Test
  void byName_bindsDependenciesAndServices() {
    StepExecutionResult outcome =
        HandlerCall.of(Parcels.registry(), "parcels_pay")
            .dependency("weigh", Map.of("amount", 64.79, "currency", "EUR"))
            .provide(Clock.class, CLOCK)
            .call();

    assertThat(outcome)
        .isSuccess()
        .hasResult("", new Parcels.Receipt(new BigDecimal("64.790"), CLOCK.instant()));
  }

  @Test
  void permanentException_isAPermanentFailureWithItsCode() {
    StepExecutionResult outcome =
        HandlerCall.of(Parcels.registry(), "parcels_weigh")
            .input("{\"kilos\": 0, \"recipient\": \"Ada\"}")
            .config("rate", 1)
            .call();

    assertThat(outcome)
        .isPermanentFailure()
        .hasCode("NO_WEIGHT")
        .hasErrorType("permanent_error")
        .hasMessage("A parcel weighs something");
  }

  @Test
  void unfitInput_isAPermanentFailure() {
    StepExecutionResult outcome =
        HandlerCall.of(Parcels.registry(), "parcels_weigh")
            .input("{\"kilos\": \"much\"}")
            .config("rate", 1)
            .call();

    assertThat(outcome).isPermanentFailure().hasCode("INVALID_CONTEXT_FIELD");
  }

  @Test
  void whatCannotWork_isRefusedAtOnce() {
    assertThatThrownBy(() -> HandlerCall.of(Parcels.registry(), "parcels_pay").call())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weigh")
        .hasMessageContaining("java.time.Clock");
  }

  @Test
  void unknownCallable_namesThoseThereAre() {
    assertThatThrownBy(() -> HandlerCall.of(Parcels.registry(), "parcels_wiegh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No handler has the callable 'parcels_wiegh'. Those there are: parcels_dispatch,"
                + " parcels_label, parcels_pay, parcels_weigh");
  }

  @Test
  void byReference_aFunctionOfInputAndDependencies() {
    StepExecutionResult outcome =
        HandlerCall.of(
                (input, dependencies) ->
                    input.get("factor").intValue() * dependencies.get("weigh").intValue())
            .input(Map.of("factor", 6))
            .dependency("weigh", 7)
            .call();

    assertThat(outcome).isSuccess().hasResult("", 42);
  }

  @Test
  void byReference_aHandWrittenHandler() {
    StepHandler handler =
        new StepHandler() {
          @Override
          public StepExecutionResult call(StepContext context) {
            return context.isLastAttempt()
                ? StepExecutionResult.success(context, Map.of("attempt", context.attempt()))
                : StepExecutionResult.failure(context, "Not yet", "EARLY", null, true);
          }

          @Override
          public String name() {
            return "patient";
          }
        };

    assertThat(HandlerCall.of(handler).attempt(1).maxAttempts(2).call())
        .isRetryableFailure()
        .hasCode("EARLY");
    assertThat(HandlerCall.of(handler).attempt(2).maxAttempts(2).call())
        .isSuccess()
        .hasResult("/attempt", 2);
  }

  @Test
  void stepResult_keepsMetadataCodeAndContext() {
    assertThat(
            HandlerCall.of((input, deps) -> StepResult.success("ok").metadata("gateway", "north"))
                .call())
        .isSuccess()
        .hasResult("", "ok")
        .hasMetadata("gateway", "north");
    assertThat(
            HandlerCall.of(
                    (input, deps) ->
                        StepResult.failure("No funds")
                            .code("NO_FUNDS")
                            .context("balance", 3)
                            .metadata("gateway", "south"))
                .call())
        .isPermanentFailure()
        .hasCode("NO_FUNDS")
        .hasErrorContext("balance", 3.0)
        .hasMetadata("gateway", "south");
  }

  @Test
  void retryAfter_isKept() {
    StepExecutionResult outcome =
        HandlerCall.of(
                (input, deps) -> {
                  throw new RateLimitException("Slow down").retryAfter(Duration.ofSeconds(7));
                })
            .call();

    assertThat(outcome).isRetryableFailure();
    assertThat(outcome.orchestrationMetadata()).isNotNull();
    assertThat(outcome.orchestrationMetadata().headers()).containsEntry("Retry-After", "7");
  }

  @Test
  void completionStage_isAwaitedAndItsFailureUnwrapped() {
    CompletionStage<Integer> later = CompletableFuture.supplyAsync(() -> 5);
    CompletionStage<Integer> failed =
        CompletableFuture.failedFuture(new IllegalStateException("Down"));

    assertThat(HandlerCall.of((input, deps) -> later).call()).isSuccess().hasResult("", 5);
    assertThat(HandlerCall.of((input, deps) -> failed).call())
        .isRetryableFailure()
        .hasErrorType("handler_error")
        .hasMessage("Down");
  }

  @Test
  void resultThatCannotBeJson_isAPermanentFailure() {
    assertThat(HandlerCall.of((input, deps) -> Double.NaN).call())
        .isPermanentFailure()
        .hasCode("INVALID_RESULT");
  }

  @Test
  void resultOfAHandWrittenHandler_travelsLikeAnyOther() {
    Parcels.Price price = new Parcels.Price(new BigDecimal("5.00"), "EUR");

    assertThat(HandlerCall.of(new Fixed(price)).call().result()).isInstanceOf(JsonNode.class);
    assertThat(HandlerCall.of(new Fixed(price)).jsonRoundTrip(false).call().result())
        .isSameAs(price);
    assertThat(HandlerCall.of(new Fixed(Double.NaN)).call())
        .isPermanentFailure()
        .hasCode("INVALID_RESULT");
  }

  @Test
  void withoutRoundTrip_inputAndResultPassByReference() {
    StepExecutionResult outcome =
        HandlerCall.of(new Echo()).jsonRoundTrip(false).input(Echo.PARCEL).call();

    assertThat(outcome.result()).isSameAs(Echo.PARCEL);
    assertThat(HandlerCall.of(new Echo()).input(Echo.PARCEL).call().result())
        .isNotSameAs(Echo.PARCEL);
  }

  private record Fixed(Object value) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      return StepExecutionResult.success(context, value);
    }

    @Override
    public String name() {
      return "fixed";
    }
  }

  private static final class Echo implements StepHandler {
    static final Parcels.Parcel PARCEL = new Parcels.Parcel(new BigDecimal("4"), "Ada");

    @Override
    public StepExecutionResult call(StepContext context) {
      return StepExecutionResult.success(context, context.inputs(Parcels.Parcel.class));
    }

    @Override
    public String name() {
      return "echo";
    }
  }
}
