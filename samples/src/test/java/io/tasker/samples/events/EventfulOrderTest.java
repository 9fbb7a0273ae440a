package io.tasker.samples.events;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import io.tasker.event.DomainEvent;
import io.tasker.samples.ByReferenceAndAsJson;
import io.tasker.testing.EventCapture;
import io.tasker.testing.HandlerCall;
import io.tasker.testing.WorkflowRun;
import io.tasker.testing.WorkflowTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ByReferenceAndAsJson
class EventfulOrderTest {
  private final boolean jsonRoundTrip;

  EventfulOrderTest(boolean jsonRoundTrip) {
    this.jsonRoundTrip = jsonRoundTrip;
  }

  private WorkflowRun run(String amount, boolean fails) {
    return WorkflowTest.of("domain_events", "domain_event_publishing")
        .jsonRoundTrip(jsonRoundTrip)
        .publisher(new OrderEvents())
        .run(order(amount, fails));
  }

  private static Map<String, Object> order(String amount, boolean fails) {
    return Map.of(
        "order_id",
        "ORD-1",
        "customer_id",
        "CUST-7",
        "amount",
        new BigDecimal(amount),
        "simulate_failure",
        fails);
  }

  @Test
  void anOrder_publishesFourEvents() {
    WorkflowRun run = run("99.99", false);

    assertThat(run)
        .isComplete()
        .hasResult("validate_order", "/validated", true)
        .hasResult(
            "process_payment",
            "",
            new EventfulOrder.Payment(
                "TXN-ORD-1", new BigDecimal("99.99"), "credit_card", "success"))
        .hasResult("update_inventory", "/items/0", new EventfulOrder.Item("ITEM-001", 1))
        .hasResult("update_inventory", "/items/1", new EventfulOrder.Item("ITEM-002", 2))
        .hasResult(
            "send_notification",
            "",
            new EventfulOrder.Notification("NOTIF-ORD-1", "email", "CUST-7", "delivered"));
    assertThat(run.events().names())
        .containsExactly(
            "order.validated", "payment.processed", "inventory.updated", "notification.sent");
  }

  @Test
  void anEvent_carriesTheResultAndWhereItComesFrom() {
    DomainEvent event = run("99.99", false).events().only("payment.processed");

    assertThat(event.payload(EventfulOrder.Payment.class).amount()).isEqualTo("99.99");
    assertThat(event.payload().has("retry_delay")).isFalse();
    assertThat(event.metadata().stepName()).isEqualTo("process_payment");
    assertThat(event.metadata().firedBy()).isEqualTo("default");
    assertThat(event.metadata().additional()).containsEntry("attempt", 1);
  }

  @Test
  void eachFailedAttempt_isTold() {
    WorkflowRun run = run("99.99", true);

    assertThat(run)
        .isError()
        .hasStep("process_payment", step -> step.hasAttempts(2).hasCode("PAYMENT_DECLINED"));
    assertThat(run.events().names())
        .containsExactly("order.validated", "payment.failed", "payment.failed");
    assertThat(run.events().events("payment.failed"))
        .allSatisfy(
            event -> {
              assertThat(event.payload().path("error_code").asString())
                  .isEqualTo("PAYMENT_DECLINED");
              assertThat(event.payload().path("retry_delay").asInt()).isEqualTo(120);
            });
  }

  @Test
  void anOrderOverNothing_publishesNothing() {
    WorkflowRun run = run("0", false);

    assertThat(run)
        .isError()
        .hasStep("validate_order", step -> step.hasAttempts(1).hasCode("VALIDATION_ERROR"));
    assertThat(run.events().events()).isEmpty();
  }

  @Test
  void whoIsNotStrict_takesAnOrderOverNothing() {
    assertThat(
            HandlerCall.of("domain_events_validate_order")
                .jsonRoundTrip(jsonRoundTrip)
                .config("strict", false)
                .provide(Clock.class, Clock.systemUTC())
                .input(order("0", false))
                .call())
        .isSuccess()
        .hasResult("/validated", true);
  }

  @Test
  void threeOrdersAtOnce_reachTheLedgerAndTheSink() throws Exception {
    PaymentLedger ledger = new PaymentLedger();
    EventCapture inProcess = new EventCapture();
    EventCapture durable = new EventCapture();
    try (LocalEngine engine =
        LocalEngine.builder()
            .provide(Clock.class, Clock.systemUTC())
            .jsonRoundTrip(jsonRoundTrip)
            .publisher(new OrderEvents())
            .subscribe("*", inProcess)
            .eventSink(
                event -> {
                  durable.accept(event);
                  ledger.receive(event);
                })
            .build()) {
      List<TaskHandle> tasks = new ArrayList<>();
      for (String amount : List.of("10.00", "20.00", "30.00")) {
        tasks.add(
            engine.submit(
                TaskRequest.of("domain_events", "domain_event_publishing")
                    .input(order(amount, false))));
      }
      for (TaskHandle task : tasks) {
        task.await().orThrow();
      }
    }

    assertThat(ledger.amounts())
        .containsExactlyInAnyOrder(
            new BigDecimal("10.00"), new BigDecimal("20.00"), new BigDecimal("30.00"));
    assertThat(durable.names()).hasSize(3).containsOnly("payment.processed");
    assertThat(inProcess.events()).hasSize(9);
  }

  @Test
  void aSubscriber_getsTheEventsOfItsPattern() throws Exception {
    PaymentLedger ledger = new PaymentLedger();
    try (LocalEngine engine =
        LocalEngine.builder()
            .provide(Clock.class, Clock.systemUTC())
            .jsonRoundTrip(jsonRoundTrip)
            .subscribe("payment.processed", ledger)
            .build()) {
      engine
          .submit(
              TaskRequest.of("domain_events", "domain_event_publishing")
                  .input(order("99.99", false)))
          .await()
          .orThrow();
    }

    assertThat(ledger.amounts()).containsExactly(new BigDecimal("99.99"));
  }
}
