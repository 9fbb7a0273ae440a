package io.tasker.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tasker.HandlerRegistry;
import io.tasker.TaskEngine;
import io.tasker.TaskFailedException;
import io.tasker.engine.LocalEngine;
import io.tasker.testing.WorkflowTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that are placed through the generated client. */
class OrderDeskTest {

  private static TaskEngine engine() {
    return LocalEngine.builder()
        .registry(HandlerRegistry.load())
        .workflow("ecommerce", "order_processing")
        .provide(Clock.class, Clock.systemUTC())
        .build();
  }

  private static OrderRequest order(int quantity) {
    return new OrderRequest(List.of(new OrderRequest.Item(1, quantity)), "ada@example.com");
  }

  @Test
  void order_isConfirmed() throws InterruptedException {
    try (TaskEngine engine = engine()) {
      Confirmation confirmation = new OrderDesk(engine).place(order(2), "grace");

      assertThat(confirmation.recipient()).isEqualTo("ada@example.com");
    }
  }

  @Test
  void refusedOrder_isAnException() {
    try (TaskEngine engine = engine()) {
      assertThatExceptionOfType(TaskFailedException.class)
          .isThrownBy(() -> new OrderDesk(engine).place(order(0), "grace"))
          .withMessageContaining("Invalid quantity 0");
    }
  }

  @Test
  void testRun_isReadByTypeToo() {
    OrderProcessingClient.Results results =
        new OrderProcessingClient.Results(
            WorkflowTest.of("ecommerce", "order_processing").run(order(2)));

    assertThat(results.orThrow().validateCart().itemCount()).isEqualTo(2);
  }
}
