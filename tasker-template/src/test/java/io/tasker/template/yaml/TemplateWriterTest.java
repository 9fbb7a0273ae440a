package io.tasker.template.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.template.BackoffStrategy;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.HandlerReference;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.StepOverride;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWriterTest {
  private static final TaskTemplate ORDERS =
      TaskTemplate.template("ecommerce", "order_processing", "1.0")
          .description("Takes an order: checks it, charges it, packs it")
          .inputSchema(
              new JsonSchema(
                  ordered(
                      "type", "object",
                      "required", List.of("order_id"),
                      "properties", ordered("order_id", ordered("type", "string")))))
          .step(
              StepDefinition.step("validate_cart", HandlerReference.to("Orders::Validate"))
                  .description("Checks the cart.\nRejects it if empty.\n")
                  .build())
          .step(
              StepDefinition.step(
                      "charge",
                      new HandlerReference("charge", "", "", ordered("limits", List.of(1, 2.5))))
                  .type(StepType.DECISION)
                  .dependencies(List.of("validate_cart"))
                  .retry(
                      new RetryPolicy(
                          true,
                          5,
                          BackoffStrategy.LINEAR,
                          Duration.ofMillis(100),
                          Duration.ofSeconds(2)))
                  .timeout(Duration.ofSeconds(30))
                  .publishesEvents(
                      List.of(
                          new EventDeclaration(
                              "payment.charged",
                              "yes",
                              Condition.SUCCESS,
                              Optional.empty(),
                              DeliveryMode.DURABLE,
                              "")))
                  .build())
          .environment(
              "test",
              List.of(
                  new StepOverride(
                      "ALL", Map.of(), Optional.of(Duration.ofSeconds(1)), Optional.empty())))
          .build();

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static TaskTemplate roundTrip(TaskTemplate template) {
    return new TemplateReader()
        .read("written.yaml", new TemplateWriter().write(template))
        .orThrow()
        .template();
  }

  @Test
  void template_readsAsIfWrittenByHand() {
    assertThat(new TemplateWriter().write(ORDERS))
        .isEqualTo(
            """
            name: order_processing
            namespace_name: ecommerce
            version: "1.0"
            description: "Takes an order: checks it, charges it, packs it"

            input_schema:
              type: object
              required: [order_id]
              properties:
                order_id:
                  type: string

            steps:
              - name: validate_cart
                description: |
                  Checks the cart.
                  Rejects it if empty.
                handler:
                  callable: Orders::Validate

              - name: charge
                type: decision
                dependencies: [validate_cart]
                handler:
                  callable: charge
                  initialization:
                    limits: [1, 2.5]
                retry:
                  retryable: true
                  max_attempts: 5
                  backoff: linear
                  backoff_base_ms: 100
                  max_backoff_ms: 2000
                timeout_seconds: 30
                publishes_events:
                  - name: payment.charged
                    description: "yes"
                    schema: {}

            environments:
              test:
                steps:
                  - name: ALL
                    timeout_seconds: 1
            """);
  }

  @Test
  void writtenTemplate_isReadAsItWas() {
    assertThat(roundTrip(ORDERS)).isEqualTo(ORDERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "~",
        "null",
        "1.0",
        "007",
        "0x1F",
        "1_000",
        "12:30:00",
        "2026-01-31",
        "=",
        "<<",
        "- a",
        "a: b",
        "a:",
        "a #b",
        " a",
        "a ",
        "'",
        "\"",
        "a\nb",
        "a\n",
        "\na",
        "a\n\n",
        "a\r\nb",
        "\t",
        "a\n b",
        "a\n\nb\n",
        "@a",
        "{a",
        "[a]",
        "a, b",
        "é",
        "\u2028",
        "\u0000",
        "\uD83D\uDE00",
        "...",
        "---",
        "a\\nb",
        "a\n \nb",
        "a\n\tb",
        "#",
        "%",
        "\u00A0",
        "a\n# b",
        "http://x.y/z?a=b&c=d"
      })
  void awkwardText_staysTheSame(String text) {
    TaskTemplate template =
        TaskTemplate.template("ns", text, text)
            .description(text)
            .metadata(ordered("a" + text, List.of(text, ordered(text, text))))
            .step(
                StepDefinition.step(text, HandlerReference.to(text))
                    .dependencies(List.of(text))
                    .build())
            .environment(text, List.of())
            .build();

    assertThat(new TemplateReader().read("", new TemplateWriter().write(template)).draft())
        .get()
        .extracting(located -> located.template())
        .isEqualTo(template);
  }

  @Test
  void longKey_isWrittenInTheFormThatAllowsIt() {
    TaskTemplate template =
        TaskTemplate.template("ns", "n", "1.0.0")
            .lifecycle(ordered("k".repeat(3000), ordered("k".repeat(2000), "v")))
            .build();

    assertThat(roundTrip(template)).isEqualTo(template);
  }

  @Test
  void numbers_areEqualHoweverTheyWereBuilt() {
    assertThat(new JsonSchema(ordered("a", 5L, "b", 0.1f)))
        .isEqualTo(new JsonSchema(ordered("a", 5, "b", 0.1)));
  }

  @Test
  void fractionOfASecond_cannotBeATimeout() {
    TaskTemplate template =
        TaskTemplate.template("ns", "n", "1.0.0")
            .step(
                StepDefinition.step("s", HandlerReference.to("s"))
                    .timeout(Duration.ofMillis(1500))
                    .build())
            .build();

    assertThatThrownBy(() -> new TemplateWriter().write(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a template holds whole seconds, not PT1.5S");
  }

  @Test
  void theDataOfATemplate_isWhatIsWritten() {
    Map<String, Object> data = new TemplateWriter().data(ORDERS);

    assertThat(data).containsEntry("version", "1.0").containsEntry("namespace_name", "ecommerce");
    assertThat(((List<?>) data.get("steps")).get(0))
        .isEqualTo(
            Map.of(
                "name", "validate_cart",
                "description", "Checks the cart.\nRejects it if empty.\n",
                "handler", Map.of("callable", "Orders::Validate")));
    assertThatThrownBy(data::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
