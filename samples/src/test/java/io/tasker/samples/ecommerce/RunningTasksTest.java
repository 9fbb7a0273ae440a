package io.tasker.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.DuplicateTaskException;
import io.tasker.HandlerRegistry;
import io.tasker.StepState;
import io.tasker.TaskEngine;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.engine.LocalEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of {@code docs/running-tasks.md}, each between two marks. */
@Timeout(60)
class RunningTasksTest {
  private static final Path PAGE = Path.of("../docs/running-tasks.md");
  private static final OrderRequest ORDER =
      new OrderRequest(List.of(new OrderRequest.Item(1, 2)), "ada@example.com");

  private static LocalEngine engine() {
    // example
    LocalEngine engine =
        LocalEngine.builder()
            .registry(HandlerRegistry.load())
            .workflow("ecommerce", "order_processing")
            .provide(Clock.class, Clock.systemUTC())
            .build();
    // end
    return engine;
  }

  private static TaskRequest paidWith(String token) {
    return TaskRequest.of("ecommerce", "order_processing")
        .input(
            Map.of(
                "cart_items", ORDER.cartItems(),
                "customer_email", ORDER.customerEmail(),
                "payment_token", token));
  }

  // example
  static Optional<TaskHandle> submitOnce(TaskEngine engine, String number, OrderRequest order) {
    try {
      return Optional.of(
          engine.submit(
              TaskRequest.of("ecommerce", "order_processing").input(order).idempotencyKey(number)));
    } catch (DuplicateTaskException e) {
      return engine.find(e.existing()); // empty if that task has ended
    }
  }

  // end

  @Test
  void oneKey_isOneTask() throws Exception {
    try (LocalEngine engine = engine()) {
      TaskHandle first = submitOnce(engine, "order 7", ORDER).orElseThrow();
      assertThat(first.await().isComplete()).isTrue();

      assertThat(submitOnce(engine, "order 7", ORDER)).isEmpty();
      assertThat(submitOnce(engine, "order 8", ORDER)).isPresent();
    }
  }

  @Test
  void aCancelledTask_isAResult() throws Exception {
    try (LocalEngine engine = engine()) {
      TaskHandle task = engine.submit(paidWith("tok_test_network_error"));
      // example
      task.cancel("the customer changed their mind");
      TaskResult result = task.await();
      // end
      assertThat(result.state()).isIn(TaskState.CANCELLED, TaskState.ERROR);
    }
  }

  @Test
  void aFailedStep_isCompletedByHand() throws Exception {
    try (LocalEngine engine = engine()) {
      TaskHandle task = engine.submit(paidWith("tok_test_declined"));
      // example
      TaskResult result = task.await();
      if (result.step("process_payment").state() == StepState.ERROR) {
        task.completeStep(
            "process_payment",
            Map.of(
                "payment_id", "pay_1",
                "transaction_id", "txn_1",
                "authorization_code", "AUTH1",
                "amount_charged", result.step("validate_cart").json().path("total"),
                "currency", "USD",
                "payment_method_type", "invoice",
                "status", "completed",
                "processed_at", "2026-01-01T00:00:00Z"),
            "paid by invoice");
        result = task.await();
      }
      // end
      assertThat(result.failure()).isEmpty();
      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void thePage_showsTheExamplesAsTheyAre() throws Exception {
    String source =
        Files.readString(
            Path.of("src/test/java/io/tasker/samples/ecommerce/RunningTasksTest.java"));
    String page = Files.readString(PAGE);

    assertThat(
            Pattern.compile("(?s) // example\n(.*?)\n *// end\n")
                .matcher(source)
                .results()
                .map(example -> example.group(1).stripTrailing().stripIndent()))
        .hasSize(4)
        .allSatisfy(example -> assertThat(page).contains(example));
  }
}
