package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tasker.HandlerRegistry;
import io.tasker.InvalidInputException;
import io.tasker.TaskRequest;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskInputTest {
  private static final JsonSchema ORDER =
      object(
          Map.of(
              "email",
              Map.of("type", "string"),
              "items",
              Map.of(
                  "type",
                  "array",
                  "items",
                  object(Map.of("quantity", Map.of("type", "integer")), "quantity").keywords())),
          "email",
          "items");

  private final LocalEngine engine =
      LocalEngine.builder()
          .registry(HandlerRegistry.empty().register("noop", (context, results) -> Map.of()))
          .template(template())
          .build();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void emptyText_isReportedAsEmpty() {
    assertThat(problems(" \n")).containsExactly("not a JSON object: it is empty");
  }

  @Test
  void malformedText_isReportedWithLineAndColumn() {
    assertThat(problems("{\n  \"email\": oops\n}"))
        .singleElement()
        .asString()
        .startsWith("not a JSON object: line 2, column 1");
  }

  @Test
  void truncatedText_isReportedWithoutTheParsersSettings() {
    assertThat(problems("{\"email\": \"a\", \"items\": ["))
        .singleElement()
        .asString()
        .contains("line 1, column ")
        .doesNotContain("Source", "StreamReadFeature");
  }

  @Test
  void textAfterTheObject_isReportedWithoutTheParsersSettings() {
    assertThat(problems("{\"email\": \"a\"} {}"))
        .singleElement()
        .asString()
        .contains("line 1, column ")
        .doesNotContain("DeserializationFeature", "tools.jackson");
  }

  @Test
  void anotherKindOfJson_isNamed() {
    assertThat(problems("[1]")).containsExactly("not a JSON object: it is JSON of type array");
  }

  @Test
  void everyProblem_isReportedAtItsPlace() {
    assertThat(problems("{\"items\": [{}, {\"quantity\": \"two\"}]}"))
        .containsExactly(
            "email: is required but missing",
            "items[0].quantity: is required but missing",
            "items[1].quantity: string found, integer expected");
  }

  @Test
  void problems_areInEnglish_whateverTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(problems("{\"email\": 1, \"items\": []}"))
          .containsExactly("email: integer found, string expected");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSchemaThatRefersToItself_isAProblemOfTheInput_andNotOfTheEngine() {
    TaskTemplate endless =
        TaskTemplate.template("test", "order", "1.0.0")
            .inputSchema(new JsonSchema(Map.of("$ref", "#")))
            .step(StepDefinition.step("noop", HandlerReference.to("noop")).build())
            .build();
    try (LocalEngine looping =
        LocalEngine.builder()
            .registry(HandlerRegistry.empty().register("noop", (context, results) -> Map.of()))
            .template(endless)
            .build()) {
      assertThat(
              catchThrowableOfType(
                      InvalidInputException.class,
                      () -> looping.submit(TaskRequest.of("test", "order")))
                  .problems())
          .containsExactly(
              "cannot be checked: the schema refers to itself without end, or the input is nested"
                  + " too deeply");
    }
  }

  record Line(int quantity) {}

  record Order(String email, List<Line> items) {}

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheSchemaLetsPassButNoStepCanRead_isRefused(boolean isRoundTrip) {
    Parameter<Order> whole = Parameter.input(JsonType.of(Order.class));
    Parameter<List<Line>> field = Parameter.input("items", new JsonType<>() {});
    try (LocalEngine typed =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register(
                        Adapters.adapter(
                            Adapters.handler("noop").parameters(whole, field), invocation -> null)))
            .template(template())
            .jsonRoundTrip(isRoundTrip)
            .build()) {
      TaskRequest request = TaskRequest.of("test", "order");
      String json =
          "{\"email\": \"a\", \"items\": [{\"quantity\": 2.0}, {\"quantity\": 99999999999}]}";

      assertThat(
              catchThrowableOfType(
                      InvalidInputException.class, () -> typed.submit(request.input(json)))
                  .problems())
          .containsExactly(
              "items[0].quantity: expected int, found a number with a fraction or exponent");
      typed.submit(request.input(new Order("a", List.of(new Line(2)))));
    }
  }

  private static TaskTemplate template() {
    return TaskTemplate.template("test", "order", "1.0.0")
        .inputSchema(ORDER)
        .step(StepDefinition.step("noop", HandlerReference.to("noop")).build())
        .build();
  }

  private static JsonSchema object(Map<String, Object> properties, String... required) {
    return new JsonSchema(
        Map.of("type", "object", "properties", properties, "required", List.of(required)));
  }

  private List<String> problems(String input) {
    return catchThrowableOfType(
            InvalidInputException.class,
            () -> engine.submit(TaskRequest.of("test", "order").input(input)))
        .problems();
  }
}
