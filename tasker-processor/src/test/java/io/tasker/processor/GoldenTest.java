package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is generated for the five steps of an order, to the byte. */
class GoldenTest {
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation = Compilations.compile(Compilations.orders());
  }

  @Test
  void adapters() throws IOException {
    Goldens.assertMatches(
        "OrderProcessing_Steps.java",
        Compilations.source(compilation, "com.acme.orders.OrderProcessing_Steps"));
  }

  @Test
  void module() throws IOException {
    Goldens.assertMatches(
        "OrdersHandlerModule.java",
        Compilations.source(compilation, "com.acme.orders.OrdersHandlerModule"));
  }

  @Test
  void adapters_areShort() {
    long lines =
        Compilations.source(compilation, "com.acme.orders.OrderProcessing_Steps").lines().count();

    assertThat(lines / 5).isLessThanOrEqualTo(25);
  }

  @Test
  void diagram() throws IOException {
    Goldens.assertMatches(
        "order_processing-1.0.0.mmd",
        Compilations.resource(
            compilation, "META-INF/tasker/diagrams/ecommerce/order_processing-1.0.0.mmd"));
  }

  @Test
  void template() throws IOException {
    Goldens.assertMatches(
        "order_processing-1.0.0.yaml",
        Compilations.resource(
            compilation, "META-INF/tasker/templates/ecommerce/order_processing-1.0.0.yaml"));
  }
}
