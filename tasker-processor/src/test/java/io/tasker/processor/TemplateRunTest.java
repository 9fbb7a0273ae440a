package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.engine.LocalEngine;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of templates and plain handlers run as they were compiled. */
class TemplateRunTest {
  private static final String TEMPLATE =
      """
      name: order_processing
      namespace_name: shop
      version: "2.1.0"
      input_schema:
        type: object
        additionalProperties: false
        required: [items, email]
        properties:
          items: {type: array, items: {$ref: "#/$defs/item"}}
          email: {type: string}
          coupon: {type: string}
        $defs:
          item:
            type: object
            required: [sku, quantity]
            properties:
              sku: {type: string}
              quantity: {type: integer, maximum: 100}
      steps:
        - name: validate_cart
          handler: {callable: shop_validate, initialization: {unit_price: 1250}}
          result_schema:
            type: object
            required: [count, total]
            properties:
              count: {type: integer}
              total: {type: integer}
        - name: charge_card
          dependencies: [validate_cart]
          handler: {callable: shop_charge}
          result_schema:
            type: object
            required: [status]
            properties:
              status: {type: string, enum: [paid, declined]}
        - name: send_receipt
          dependencies: [charge_card]
          handler: {callable: shop_receipt}
      """;

  private static final String HANDLERS =
      """
      package shop;

      import com.fasterxml.jackson.annotation.JsonProperty;
      import io.tasker.annotation.*;
      import java.util.*;

      final class Handlers {
        record Item(String sku, int quantity) {}
        record Order(List<Item> items, String email, Optional<String> coupon) {}
        record Cart(int count, long total) {}
        enum Status { @JsonProperty("paid") PAID, @JsonProperty("declined") DECLINED }
        record Charge(Status status) {}

        @Handler("shop_validate")
        static Cart validate(@Input Order order, @Config("unit_price") long price) {
          int count = order.items().stream().mapToInt(Item::quantity).sum();
          return new Cart(count, count * price);
        }

        @Handler("shop_charge")
        static Charge charge(@Depends(value = "validate_cart", path = "total") long total) {
          return new Charge(total > 0 ? Status.PAID : Status.DECLINED);
        }

        @Handler("shop_receipt")
        static String receipt(
            @Depends("charge_card") Charge charge,
            @Depends("validate_cart") Cart cart,
            @Input("email") String email) {
          return email + " " + charge.status() + " " + cart.total();
        }
      }
      """;

  @TempDir Path folder;
  private DirectoryCompiler compiler;

  @BeforeEach
  void compile() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("orders.yaml"), TEMPLATE);
    compiler =
        new DirectoryCompiler(folder.resolve("main"))
            .option("-Atasker.templates=" + templates)
            .with("shop.Handlers", HANDLERS);
    compiler.compile();
  }

  @Test
  void template_runsOnTheLocalEngineWithoutBeingNamed() throws Exception {
    URL[] classPath = {compiler.output().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader());
        TaskEngine engine = LocalEngine.builder().registry(HandlerRegistry.load(loader)).build()) {
      Map<String, Object> order =
          Map.of(
              "items",
              List.of(Map.of("sku", "A-1", "quantity", 2), Map.of("sku", "B-2", "quantity", 1)),
              "email",
              "ada@example.com");

      TaskResult result =
          engine.submit(TaskRequest.of("shop", "order_processing").input(order)).await();

      assertThat(result.orThrow().result("send_receipt", String.class))
          .isEqualTo("ada@example.com PAID 3750");
    }
  }
}
