package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole workflow as an application would run it, with adapters as the processor writes them. */
class FirstWorkflowTest {
  record Order(String customer, List<BigDecimal> prices) {}

  record Cart(BigDecimal total, long itemCount) {}

  record TotalOnly(BigDecimal total) {}

  record Payment(String id, BigDecimal amount) {}

  static final class ValidateCart implements StepAdapter {
    private static final Parameter<Order> ORDER = Parameter.input(JsonType.of(Order.class));
    private static final HandlerDescriptor DESCRIPTOR =
        HandlerDescriptor.handler("validate_cart", "validate_cart")
            .declaredAt("Orders.validateCart(Order)")
            .parameters(ORDER)
            .result(JsonType.of(Cart.class))
            .build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      Order order = invocation.argument(ORDER);
      return new Cart(
          order.prices().stream().reduce(BigDecimal.ZERO, BigDecimal::add), order.prices().size());
    }
  }

  static final class Charge implements StepAdapter {
    private static final Parameter<TotalOnly> CART =
        Parameter.dependency("validate_cart", JsonType.of(TotalOnly.class));
    private static final Parameter<String> TOKEN =
        Parameter.input("payment_token", JsonType.of(String.class)).defaultValue("tok_test");
    private static final HandlerDescriptor DESCRIPTOR =
        HandlerDescriptor.handler("charge", "charge")
            .declaredAt("Orders.charge(TotalOnly, String)")
            .parameters(CART, TOKEN)
            .result(JsonType.of(Payment.class))
            .build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) {
      TotalOnly cart = invocation.argument(CART);
      return new Payment("pay_" + invocation.argument(TOKEN), cart.total());
    }
  }

  private static TaskTemplate template() {
    return TaskTemplate.template("shop", "order", "1.0.0")
        .step(StepDefinition.step("validate_cart", HandlerReference.to("validate_cart")).build())
        .step(
            StepDefinition.step("charge", HandlerReference.to("charge"))
                .dependencies(List.of("validate_cart"))
                .build())
        .step(
            StepDefinition.step("receipt", HandlerReference.to("receipt"))
                .dependencies(List.of("charge"))
                .build())
        .build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkflow_runsEndToEnd(boolean roundTrip) throws Exception {
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(new ValidateCart())
            .register(new Charge())
            .register(
                "receipt",
                (context, dependencies) ->
                    Map.of(
                        "to",
                        context.get("customer").asString(),
                        "count",
                        dependencies.get("validate_cart").get("item_count").asLong()));
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template())
            .jsonRoundTrip(roundTrip)
            .build()) {
      TaskResult result =
          engine
              .submit(
                  TaskRequest.of("shop", "order")
                      .input(
                          new Order(
                              "ada", List.of(new BigDecimal("1.50"), new BigDecimal("2.50")))))
              .await()
              .orThrow();

      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
      assertThat(result.result("charge", Payment.class))
          .isEqualTo(new Payment("pay_tok_test", new BigDecimal("4.00")));
      assertThat(result.step("receipt").json().get("to").asString()).isEqualTo("ada");
      assertThat(result.step("receipt").json().get("count").asLong()).isEqualTo(2);
      assertThat(result.step("receipt").attempts()).isEqualTo(1);
    }
  }

  @Test
  void yaml_isATemplate() throws Exception {
    String yaml =
        """
        name: hello
        namespace_name: demo
        version: 1.0.0
        steps:
          - name: greet
            handler:
              callable: greet
        """;
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register("greet", context -> "Hello " + context.get("name").asString());
    try (LocalEngine engine =
        LocalEngine.builder().registry(handlers).template("hello.yaml", yaml).build()) {
      TaskResult result =
          engine.submit(TaskRequest.of("demo", "hello").input("{\"name\": \"Ada\"}")).await();

      assertThat(result.result("greet", String.class)).isEqualTo("Hello Ada");
    }
  }
}
