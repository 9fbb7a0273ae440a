package io.tasker.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the compiler made of the annotations. */
class OrderTemplateTest {
  private final HandlerRegistry handlers = HandlerRegistry.load();
  private final List<TaskTemplate> templates =
      handlers.templates().stream()
          .filter(each -> each.identity().equals("ecommerce/order_processing@1.0.0"))
          .toList();
  private final TaskTemplate template = templates.get(0);

  @Test
  void workflow_hasOneTemplate() {
    assertThat(templates).hasSize(1);
  }

  @Test
  void template_hasTheStepsWithTheirDependencies() {
    assertThat(template.steps())
        .extracting(StepDefinition::name)
        .containsExactly(
            "validate_cart",
            "process_payment",
            "update_inventory",
            "create_order",
            "send_confirmation");
    assertThat(template.steps())
        .extracting(StepDefinition::dependencies)
        .containsExactly(
            List.of(),
            List.of("validate_cart"),
            List.of("validate_cart", "process_payment"),
            List.of("validate_cart", "process_payment", "update_inventory"),
            List.of("create_order"));
  }

  @Test
  void template_hasTheSettingsOfTheWorkflowAtEachStep() {
    assertThat(template.steps())
        .allSatisfy(
            step -> {
              assertThat(step.handler().callable()).isEqualTo("ecommerce_" + step.name());
              assertThat(step.retry())
                  .isEqualTo(
                      new RetryPolicy(
                          true,
                          2,
                          BackoffStrategy.EXPONENTIAL,
                          Duration.ofMillis(100),
                          Duration.ofSeconds(5)));
              assertThat(step.timeout()).contains(Duration.ofSeconds(10));
            });
  }

  @Test
  void inputSchema_joinsTheRecordAndTheSingleFields() {
    Map<String, Object> schema = template.inputSchema().orElseThrow().keywords();

    assertThat(schema).containsEntry("required", List.of("cart_items", "customer_email"));
    assertThat(properties(schema))
        .containsOnlyKeys("cart_items", "customer_email", "payment_token", "payment_method");
    assertThat(properties(schema).get("payment_token"))
        .isEqualTo(Map.of("type", "string", "default", "tok_test_success"));
  }

  @Test
  void resultSchemas_areThoseOfTheRecords() {
    assertThat(template.steps()).allSatisfy(step -> assertThat(step.resultSchema()).isPresent());
    Map<String, Object> cart =
        template
            .step("validate_cart")
            .flatMap(StepDefinition::resultSchema)
            .map(JsonSchema::keywords)
            .orElseThrow();
    assertThat(properties(cart))
        .containsEntry("total", Map.of("type", "number"))
        .containsEntry("item_count", Map.of("type", "integer"))
        .hasSize(7);
  }

  @Test
  void handlers_areFoundOnTheClassPath() {
    assertThat(handlers.modules()).hasSize(1);
    assertThat(handlers.callables())
        .contains(
            "ecommerce_create_order",
            "ecommerce_process_payment",
            "ecommerce_send_confirmation",
            "ecommerce_update_inventory",
            "ecommerce_validate_cart");
  }

  @SuppressWarnings("unchecked") // the schema of an object always has properties
  private static Map<String, Object> properties(Map<String, Object> schema) {
    return (Map<String, Object>) schema.get("properties");
  }
}
