package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.tasker.HandlerRegistry;
import io.tasker.StepState;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Results are what their handlers declare: written as that type, and there if it says so. */
class DeclaredResultTest {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shape permits Circle, Square {}

  @JsonTypeName("circle")
  record Circle(int radius) implements Shape {}

  @JsonTypeName("square")
  record Square(int side) implements Shape {}

  record Page<T>(List<T> items) {}

  interface Plain {}

  record Named(String name) implements Plain {}

  private record Case<T>(JsonType<T> type, T value, String json) {}

  static Stream<Case<?>> values() {
    String circle = "{\"kind\":\"circle\",\"radius\":1}";
    String square = "{\"kind\":\"square\",\"side\":2}";
    return Stream.of(
        new Case<>(JsonType.of(Shape.class), new Circle(1), circle),
        new Case<>(
            new JsonType<List<Shape>>() {},
            List.of(new Circle(1), new Square(2)),
            "[" + circle + "," + square + "]"),
        new Case<>(
            new JsonType<Map<String, Shape>>() {},
            Map.of("a", new Square(2)),
            "{\"a\":" + square + "}"),
        new Case<>(new JsonType<Optional<Shape>>() {}, Optional.of(new Circle(1)), circle),
        new Case<>(
            new JsonType<Page<Shape>>() {},
            new Page<>(List.of(new Circle(1))),
            "{\"items\":[" + circle + "]}"));
  }

  static Stream<Case<?>> untyped() {
    return Stream.of(
        new Case<>(new JsonType<List<Plain>>() {}, List.of(new Named("a")), "[{\"name\":\"a\"}]"),
        new Case<>(JsonType.of(Plain[].class), new Plain[] {new Named("a")}, "[{\"name\":\"a\"}]"),
        new Case<>(
            new JsonType<Optional<Plain>>() {}, Optional.of(new Named("a")), "{\"name\":\"a\"}"),
        new Case<>(new JsonType<List<Comparable<?>>>() {}, List.of(1, "a"), "[1,\"a\"]"),
        new Case<>(
            new JsonType<Map<String, List<Plain>>>() {},
            Map.of("k", List.of(new Named("a"))),
            "{\"k\":[{\"name\":\"a\"}]}"),
        new Case<>(
            new JsonType<Page<Plain>>() {},
            new Page<>(List.of(new Named("a"))),
            "{\"items\":[{\"name\":\"a\"}]}"));
  }

  private static <T> TaskResult run(
      boolean isRoundTrip, JsonType<T> type, @Nullable Object returned, Parameter<?> parameter)
      throws Exception {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(
                adapter(
                    handler("produce").result(type).declaredAt("Test.produce()"),
                    invocation -> returned))
            .register(
                adapter(
                    handler("consume").parameters(parameter),
                    invocation -> String.valueOf(invocation.argument(parameter))));
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(Templates.flow(Templates.ONCE, "produce", "consume <- produce"))
            .jsonRoundTrip(isRoundTrip)
            .build()) {
      return engine.submit(TaskRequest.of("test", "flow")).await();
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void elements_keepTheirTypeIds(Case<T> value) throws Exception {
    for (boolean isRoundTrip : new boolean[] {false, true}) {
      TaskResult result =
          run(
              isRoundTrip,
              value.type(),
              value.value(),
              Parameter.dependency("produce", value.type()));

      assertThat(result.failure()).isEmpty();
      assertThat(result.step("produce").json().toString()).isEqualTo(value.json());
      assertThat(result.result("consume", String.class)).isEqualTo(value.value().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("untyped")
  <T> void elementsOfADeclaredInterface_areWrittenAsWhatTheyAre(Case<T> value) throws Exception {
    for (boolean isRoundTrip : new boolean[] {false, true}) {
      TaskResult result =
          run(
              isRoundTrip,
              value.type(),
              value.value(),
              Parameter.dependency("produce", JsonType.of(JsonNode.class)));

      assertThat(result.orThrow().result("consume", String.class)).isEqualTo(value.json());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachKindOfOptional_mayBeEmpty(boolean isRoundTrip) throws Exception {
    for (Case<?> empty :
        List.of(
            new Case<>(JsonType.of(OptionalInt.class), OptionalInt.empty(), "OptionalInt.empty"),
            new Case<>(JsonType.of(OptionalLong.class), OptionalLong.empty(), "OptionalLong.empty"),
            new Case<>(
                JsonType.of(OptionalDouble.class),
                OptionalDouble.empty(),
                "OptionalDouble.empty"))) {
      for (Object returned : new @Nullable Object[] {empty.value(), null}) {
        TaskResult result =
            run(isRoundTrip, empty.type(), returned, Parameter.dependency("produce", empty.type()));
        assertThat(result.orThrow().result("consume", String.class)).isEqualTo(empty.json());
      }
      TaskResult field =
          run(isRoundTrip, JsonType.of(Object.class), 1, Parameter.input("j", empty.type()));
      assertThat(field.orThrow().result("consume", String.class)).isEqualTo(empty.json());
    }
  }

  @Test
  void aReport_readsElementsOfASealedType() throws Exception {
    TaskResult result =
        run(
            false,
            new JsonType<List<Shape>>() {},
            List.of(new Circle(1)),
            Parameter.input(JsonType.of(Object.class)));

    assertThat(result.step("produce").result(new TypeReference<List<Shape>>() {}))
        .containsExactly(new Circle(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothing_whereSomethingIsDeclared_failsTheStepThatReturnedIt(boolean isRoundTrip)
      throws Exception {
    CompletionStage<Object> later = CompletableFuture.completedFuture(null);
    for (Object nothing : new Object[] {StepResult.success(null), later}) {
      TaskResult result =
          run(
              isRoundTrip,
              JsonType.of(Circle.class),
              nothing,
              Parameter.dependency("produce", JsonType.of(Circle.class)));

      StepFailure failure = result.step("produce").failure().orElseThrow();
      assertThat(failure.message())
          .isEqualTo(
              "Step 'produce' (Test.produce()) returned null, but declares "
                  + Circle.class.getTypeName()
                  + ": return a value, or declare Optional<Circle> or void");
      assertThat(failure.retryable()).isFalse();
      assertThat(failure.errorType()).isEqualTo(ErrorTypes.VALIDATION_ERROR);
      assertThat(failure.code()).contains("INVALID_RESULT");
      assertThat(result.step("consume").state()).isEqualTo(StepState.PENDING);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothing_whereAnOptionalIsDeclared_isEmpty(boolean isRoundTrip) throws Exception {
    JsonType<Optional<Circle>> type = new JsonType<>() {};
    TaskResult result = run(isRoundTrip, type, null, Parameter.dependency("produce", type));

    assertThat(result.orThrow().result("consume", String.class)).isEqualTo("Optional.empty");
  }
}
