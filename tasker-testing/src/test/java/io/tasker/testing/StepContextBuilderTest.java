package io.tasker.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.handler.PermanentException;
import io.tasker.handler.StepContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class StepContextBuilderTest {

  @Test
  void input_isReadWhetherRecordMapOrText() {
    Parcels.Parcel parcel = new Parcels.Parcel(new BigDecimal("2.0"), "Ada");
    for (Object input :
        List.of(
            parcel,
            Map.of("kilos", new BigDecimal("2.0"), "recipient", "Ada"),
            "{\"kilos\": 2.0, \"recipient\": \"Ada\"}")) {
      StepContext context = StepContextBuilder.step("weigh").input(input).build();

      assertThat(context.inputs(Parcels.Parcel.class)).isEqualTo(parcel);
      assertThat(context.input("recipient", String.class)).isEqualTo("Ada");
      assertThat(context.inputOr("insured", Boolean.class, false)).isFalse();
    }
  }

  @Test
  void dependencies_areReadByName() {
    StepContext context =
        StepContextBuilder.step("dispatch")
            .dependency("weigh", new Parcels.Price(new BigDecimal("5.00"), "EUR"))
            .dependency("label", "To Ada")
            .dependencyJson("route", "{\"stops\": [\"Bern\", \"Rome\"]}")
            .build();

    assertThat(context.dependency("weigh", Parcels.Price.class).amount()).isEqualTo("5.00");
    assertThat(context.dependencyField("weigh", "currency", String.class)).isEqualTo("EUR");
    assertThat(context.dependency("label", String.class)).isEqualTo("To Ada");
    assertThat(context.dependency("route", new TypeReference<Map<String, List<String>>>() {}))
        .isEqualTo(Map.of("stops", List.of("Bern", "Rome")));
    assertThat(context.dependencyNames()).containsExactly("label", "route", "weigh");
  }

  @Test
  void missingDependency_failsAsInAnEngine() {
    StepContext context = StepContextBuilder.step("pay").build();

    assertThatThrownBy(() -> context.dependency("weigh", Parcels.Price.class))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("weigh");
  }

  @Test
  void attemptConfigAndIds_areThoseGiven() {
    UUID id = UUID.fromString("0197a3f0-0000-7000-8000-000000000009");
    StepContext context =
        StepContextBuilder.step("pay")
            .handlerName("parcels_pay")
            .workflow("parcels", "send", "2.1.0")
            .config("rate", new BigDecimal("2.50"))
            .attempt(3)
            .maxAttempts(3)
            .taskUuid(id)
            .stepUuid(id)
            .correlationId(id)
            .build();

    assertThat(context.stepName()).isEqualTo("pay");
    assertThat(context.handlerName()).isEqualTo("parcels_pay");
    assertThat(context.namespace()).isEqualTo("parcels");
    assertThat(context.taskName()).isEqualTo("send");
    assertThat(context.taskVersion()).isEqualTo("2.1.0");
    assertThat(context.config("rate", BigDecimal.class)).isEqualTo("2.50");
    assertThat(context.isRetry()).isTrue();
    assertThat(context.isLastAttempt()).isTrue();
    assertThat(List.of(context.taskUuid(), context.stepUuid(), context.correlationId()))
        .containsOnly(id);
  }

  @Test
  void withoutRoundTrip_valuesPassByReference() {
    Parcels.Price price = new Parcels.Price(new BigDecimal("5.00"), "EUR");

    StepContext context =
        StepContextBuilder.step("pay").jsonRoundTrip(false).dependency("weigh", price).build();

    assertThat(context.dependency("weigh", Parcels.Price.class)).isSameAs(price);
  }

  @Test
  void inputThatIsNoObject_isRefused() {
    StepContextBuilder builder = StepContextBuilder.step("weigh").input("[1, 2]");

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A task's input must be a JSON object: [1,2]");
  }

  @Test
  void attemptBelowOne_isRefused() {
    assertThatThrownBy(() -> StepContextBuilder.step("weigh").attempt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attempt must be 1 or more: 0");
  }
}
