package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.NoHandlersException;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How arguments reach handlers: one producer, one consumer with one parameter. */
class BindingTest {
  record Cart(String id, BigDecimal total, List<String> items) {}

  record Projection(BigDecimal total) {}

  record Incompatible(String id, String currency, String country) {}

  enum Tier {
    GOLD,
    SILVER
  }

  private interface Body {
    @Nullable Object call(StepInvocation invocation);
  }

  private record Adapter(HandlerDescriptor descriptor, Body body) implements StepAdapter {
    static Adapter of(String name, JsonType<?> result, Body body, Parameter<?>... parameters) {
      return new Adapter(
          HandlerDescriptor.handler(name, name)
              .declaredAt("Test." + name + "()")
              .parameters(parameters)
              .result(result)
              .build(),
          body);
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      return body.call(invocation);
    }
  }

  private static final Cart CART = new Cart("c1", new BigDecimal("9.90"), List.of("a", "b"));
  private static final Adapter PRODUCER =
      Adapter.of("produce", JsonType.of(Cart.class), invocation -> CART);

  private static TaskTemplate template(Map<String, Object> config) {
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(StepDefinition.step("produce", HandlerReference.to("produce")).build())
        .step(
            StepDefinition.step("between", HandlerReference.to("between"))
                .dependencies(List.of("produce"))
                .build())
        .step(
            StepDefinition.step("consume", new HandlerReference("consume", "", "", config))
                .dependencies(List.of("between"))
                .build())
        .build();
  }

  private static LocalEngineBuilder engine(
      StepAdapter producer, Parameter<?> parameter, Map<String, Object> config, Received received) {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(producer)
            .register("between", context -> null)
            .register(
                Adapter.of(
                    "consume",
                    JsonType.of(Void.class),
                    invocation -> {
                      received.value = invocation.argument(parameter);
                      return null;
                    },
                    parameter));
    return LocalEngine.builder()
        .registry(handlers)
        .executor(Runnable::run)
        .template(template(config));
  }

  private static final class Received {
    @Nullable Object value;
  }

  private static @Nullable Object received(
      StepAdapter producer, Parameter<?> parameter, boolean roundTrip, Object input)
      throws InterruptedException {
    Received received = new Received();
    try (LocalEngine engine =
        engine(producer, parameter, Map.of(), received).jsonRoundTrip(roundTrip).build()) {
      engine.submit(TaskRequest.of("test", "flow").input(input)).await().orThrow();
    }
    return received.value;
  }

  private static StepFailure failure(StepAdapter producer, Parameter<?> parameter, Object input)
      throws InterruptedException {
    try (LocalEngine engine = engine(producer, parameter, Map.of(), new Received()).build()) {
      TaskResult result = engine.submit(TaskRequest.of("test", "flow").input(input)).await();
      return result.step("consume").failure().orElseThrow();
    }
  }

  private static Adapter producing(JsonType<?> type, @Nullable Object value) {
    return Adapter.of("produce", type, invocation -> value);
  }

  @Test
  void theSameType_passesByReference() throws Exception {
    Parameter<Cart> cart = Parameter.dependency("produce", JsonType.of(Cart.class));

    assertThat(received(PRODUCER, cart, false, Map.of())).isSameAs(CART);
  }

  @Test
  void theSameGenericType_passesByReference() throws Exception {
    List<Cart> carts = List.of(CART);
    JsonType<List<Cart>> type = new JsonType<>() {};

    assertThat(
            received(
                producing(type, carts),
                Parameter.dependency("produce", new JsonType<List<Cart>>() {}),
                false,
                Map.of()))
        .isSameAs(carts);
  }

  @Test
  void roundTrip_passesACopy() throws Exception {
    Parameter<Cart> cart = Parameter.dependency("produce", JsonType.of(Cart.class));

    assertThat(received(PRODUCER, cart, true, Map.of())).isEqualTo(CART).isNotSameAs(CART);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void conversions_areTheSameWithAndWithoutRoundTrip(boolean roundTrip) throws Exception {
    assertThat(
            received(
                PRODUCER,
                Parameter.dependency("produce", JsonType.of(Projection.class)),
                roundTrip,
                Map.of()))
        .isEqualTo(new Projection(new BigDecimal("9.90")));
    assertThat(
            received(
                PRODUCER,
                Parameter.dependency("produce", JsonType.of(BigDecimal.class)).path("total"),
                roundTrip,
                Map.of()))
        .isEqualTo(new BigDecimal("9.90"));
    assertThat(
            received(
                PRODUCER,
                Parameter.dependency("produce", new JsonType<Optional<Cart>>() {}),
                roundTrip,
                Map.of()))
        .isEqualTo(Optional.of(CART));
    assertThat(
            received(
                PRODUCER,
                Parameter.dependency("produce", JsonType.of(JsonNode.class)),
                roundTrip,
                Map.of()))
        .hasToString("{\"id\":\"c1\",\"total\":9.90,\"items\":[\"a\",\"b\"]}");
    assertThat(
            received(
                producing(JsonType.of(int.class), 36),
                Parameter.dependency("produce", JsonType.of(long.class)),
                roundTrip,
                Map.of()))
        .isEqualTo(36L);
    assertThat(
            received(
                producing(JsonType.of(Tier.class), Tier.GOLD),
                Parameter.dependency("produce", JsonType.of(String.class)),
                roundTrip,
                Map.of()))
        .isEqualTo("GOLD");
  }

  @Test
  void aResultOfStepResult_isUnwrappedFirst() throws Exception {
    Adapter producer = producing(JsonType.of(Cart.class), StepResult.success(CART));

    assertThat(
            received(
                producer,
                Parameter.dependency("produce", JsonType.of(Cart.class)),
                false,
                Map.of()))
        .isSameAs(CART);
  }

  @Test
  void inputs_areWholeOrByField_withDefaults() throws Exception {
    assertThat(received(PRODUCER, Parameter.input(JsonType.of(Cart.class)), false, CART))
        .isSameAs(CART);
    assertThat(
            received(
                PRODUCER, Parameter.input("total", JsonType.of(BigDecimal.class)), false, CART))
        .isEqualTo(new BigDecimal("9.90"));
    assertThat(
            received(
                PRODUCER,
                Parameter.input("day", JsonType.of(LocalDate.class)).defaultValue("2026-11-24"),
                false,
                Map.of()))
        .isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(
            received(
                PRODUCER,
                Parameter.input("tier", JsonType.of(Tier.class)).defaultValue("SILVER"),
                true,
                Map.of("tier", "GOLD")))
        .isEqualTo(Tier.GOLD);
    assertThat(
            received(
                PRODUCER,
                Parameter.input("codes", new JsonType<List<Integer>>() {}).defaultValue("[1,2]"),
                false,
                Map.of()))
        .isEqualTo(List.of(1, 2));
    assertThat(
            received(
                PRODUCER, Parameter.input("x", JsonType.of(String.class)).nullable(), false, "{}"))
        .isNull();
  }

  @Test
  void nothing_isAbsentForWhoCanDoWithout() throws Exception {
    Adapter producer = producing(JsonType.of(Void.class), null);

    assertThat(
            received(
                producer,
                Parameter.dependency("produce", new JsonType<Optional<Cart>>() {}),
                false,
                Map.of()))
        .isEqualTo(Optional.empty());
    StepFailure failure =
        failure(producer, Parameter.dependency("produce", JsonType.of(Cart.class)), Map.of());
    assertThat(failure.message()).contains("Cart lacks id, total, items");
  }

  @Test
  void aResultThatDoesNotFit_isPermanent_andNamesTheStepAndAllFields() throws Exception {
    StepFailure failure =
        failure(
            PRODUCER, Parameter.dependency("produce", JsonType.of(Incompatible.class)), Map.of());

    assertThat(failure.retryable()).isFalse();
    assertThat(failure.errorType()).isEqualTo(ErrorTypes.VALIDATION_ERROR);
    assertThat(failure.code()).contains("INVALID_DEPENDENCY_RESULT");
    assertThat(failure.message())
        .startsWith("step 'consume' (Test.consume()): the result of step 'produce' does not fit ")
        .endsWith("Incompatible lacks currency, country");
    assertThat(failure.context()).containsEntry("required_step", "produce");
  }

  @Test
  void aMissingInputField_isPermanent() throws Exception {
    StepFailure failure =
        failure(PRODUCER, Parameter.input("email", JsonType.of(String.class)), Map.of());

    assertThat(failure.retryable()).isFalse();
    assertThat(failure.code()).contains("MISSING_CONTEXT_FIELD");
    assertThat(failure.message())
        .isEqualTo("step 'consume' (Test.consume()) needs input field 'email', which is absent");
  }

  @Test
  void configuration_isReadWhenTheEngineStarts() throws Exception {
    Received received = new Received();
    Parameter<Integer> size = Parameter.config("batch_size", JsonType.of(Integer.class));
    try (LocalEngine engine = engine(PRODUCER, size, Map.of("batch_size", 100), received).build()) {
      engine.submit(TaskRequest.of("test", "flow")).await().orThrow();
    }
    assertThat(received.value).isEqualTo(100);
    assertThatThrownBy(() -> engine(PRODUCER, size, Map.of("batch_size", "x"), received).build())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("configuration key 'batch_size' does not fit");
    assertThatThrownBy(() -> engine(PRODUCER, size, Map.of(), received).build())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("needs configuration key 'batch_size', which is absent");
  }

  @Test
  void services_areProvidedOrMissedAtStartUp() throws Exception {
    Received received = new Received();
    Parameter<Clock> clock = Parameter.provided(JsonType.of(Clock.class));
    Clock utc = Clock.systemUTC();
    try (LocalEngine engine =
        engine(PRODUCER, clock, Map.of(), received).provide(Clock.class, utc).build()) {
      engine.submit(TaskRequest.of("test", "flow")).await().orThrow();
    }
    assertThat(received.value).isSameAs(utc);
    assertThatThrownBy(() -> engine(PRODUCER, clock, Map.of(), received).build())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(
            "needs the service java.time.Clock: provide(Clock.class, ...) when building the engine");
  }

  @Test
  void everythingWrong_isReportedAtOnce() {
    Parameter<Cart> unknown = Parameter.dependency("elsewhere", JsonType.of(Cart.class));
    TaskTemplate broken =
        TaskTemplate.template("test", "broken", "1.0.0")
            .step(StepDefinition.step("a", HandlerReference.to("produse")).build())
            .build();
    LocalEngineBuilder builder =
        engine(PRODUCER, unknown, Map.of(), new Received())
            .template(broken)
            .template("bad.yaml", "name: x")
            .template(template(Map.of()))
            .concurrency(0);

    assertThatThrownBy(builder::build)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("concurrency must be at least 1: 0")
        .hasMessageContaining("There are two templates test/flow@1.0.0")
        .hasMessageContaining("bad.yaml")
        .hasMessageContaining("names the handler 'produse', which is not registered")
        .hasMessageContaining("Did you mean 'produce'?")
        .hasMessageContaining(
            "'elsewhere', which is not a step above it; above it: between, produce");
  }

  @Test
  void templatesThatAreThereTwice_areNamedWithTheirFiles() {
    String yaml =
        """
        name: twice
        namespace_name: test
        version: "1.0.0"
        steps:
          - {name: a, handler: {callable: a}}
        """;
    LocalEngineBuilder builder =
        LocalEngine.builder()
            .registry(HandlerRegistry.empty().register("a", context -> 1))
            .template("one.yaml", yaml)
            .template("two.yaml", yaml);

    assertThatThrownBy(builder::build)
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("There are two templates test/twice@1.0.0, in one.yaml and two.yaml");
  }

  @Test
  void anEngineWithoutHandlers_doesNotStart() {
    assertThatThrownBy(() -> LocalEngine.builder().registry(HandlerRegistry.empty()).build())
        .isInstanceOf(NoHandlersException.class);
  }
}
