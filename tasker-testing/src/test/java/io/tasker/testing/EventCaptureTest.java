package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import io.tasker.event.DomainEvent;
import io.tasker.handler.RetryableException;
import io.tasker.template.TaskTemplate;
import io.tasker.template.yaml.TemplateReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventCaptureTest {
  private static final TaskTemplate PAYMENT =
      new TemplateReader()
          .read(
              "payment.yaml",
              """
              name: payment
              namespace_name: shop
              version: "1.0.0"
              steps:
                - name: charge
                  handler: {callable: charge}
                  retry: {retryable: true, max_attempts: 2, backoff: linear,
                    backoff_base_ms: 30000}
                  publishes_events:
                    - {name: payment.retried, description: Later, schema: {},
                       condition: retryable_failure, delivery_mode: fast}
                    - {name: payment.processed, description: Paid, schema: {type: object},
                       publisher: PaymentEvents}
                - name: receipt
                  handler: {callable: receipt}
                  dependencies: [charge]
                  publishes_events:
                    - {name: receipt.sent, description: Sent, schema: {}, delivery_mode: fast}
              """)
          .orThrow()
          .template();

  private record Payment(long cents) {}

  private static WorkflowTest payment() {
    return WorkflowTest.of(HandlerRegistry.empty(), PAYMENT)
        .returning("charge", Map.of("cents", 1250))
        .returning("receipt", Map.of("id", "R-1"));
  }

  private static FailingPublisher working() {
    return FailingPublisher.named("PaymentEvents").failing(0, new IllegalStateException("never"));
  }

  @Test
  void aRun_hasTheEvents_inVirtualTime() {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    WorkflowRun run =
        payment()
            .startingAt(start)
            .failing("charge", 1, new RetryableException("busy"))
            .publisher(working())
            .run(Map.of());

    assertThat(run).isComplete();
    assertThat(run.events().names())
        .containsExactly("payment.retried", "payment.processed", "receipt.sent");
    assertThat(run.events().events("payment.*")).hasSize(2);
    DomainEvent paid = run.events().only("payment.processed");
    assertThat(paid.payload(Payment.class)).isEqualTo(new Payment(1250));
    assertThat(paid.metadata().taskUuid()).isEqualTo(run.id());
    assertThat(paid.metadata().firedAt()).isEqualTo(start.plusSeconds(30));
    assertThat(paid.metadata().firedBy()).isEqualTo("PaymentEvents");
  }

  @Test
  void aFailingPublisher_costsItsEventsAndNothingElse() {
    FailingPublisher publisher = FailingPublisher.named("PaymentEvents");
    WorkflowRun run = payment().publisher(publisher).run(Map.of());

    assertThat(run).isComplete();
    assertThat(run.events().names()).containsExactly("receipt.sent");
    assertThat(publisher.published()).isEmpty();
    assertThat(publisher.errors())
        .singleElement()
        .satisfies(error -> assertThat(error).hasMessage("Publisher 'PaymentEvents' fails"));
  }

  @Test
  void aPublisher_mayFailForAWhile() {
    FailingPublisher publisher =
        FailingPublisher.named("PaymentEvents").failing(1, new IllegalStateException("down"));
    WorkflowTest test = payment().publisher(publisher);

    assertThat(test.run(Map.of()).events().names()).containsExactly("receipt.sent");
    assertThat(test.run(Map.of()).events().names())
        .containsExactly("payment.processed", "receipt.sent");
    assertThat(publisher.published()).hasSize(1);
    assertThat(publisher.errors()).hasSize(1);
  }

  @Test
  void aMissingPublisher_isNamed() {
    assertThatThrownBy(() -> payment().run(Map.of()))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("event 'payment.processed': publisher 'PaymentEvents'");
  }

  @Test
  void only_saysWhatThereIs() {
    EventCapture events = payment().publisher(working()).run(Map.of()).events();

    assertThatThrownBy(() -> events.only("payment.failed"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "There are 0 events 'payment.failed' instead of one;"
                + " captured: [payment.processed, receipt.sent]");
    assertThatThrownBy(() -> events.only("*")).hasMessageStartingWith("There are 2 events '*'");
    events.clear();
    assertThat(events.events()).isEmpty();
  }

  @Test
  void only_namesEventsThatWereRefused() {
    EventCapture events =
        payment().publisher(working()).returning("charge", 1250).run(Map.of()).events();

    assertThatThrownBy(() -> events.only("payment.processed"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "There are 0 events 'payment.processed' instead of one; captured: [receipt.sent];"
                + " not published: The payload of 'payment.processed' does not fit the event's"
                + " schema: ");
    events.clear();
    assertThatThrownBy(() -> events.only("payment.processed"))
        .hasMessage("There are 0 events 'payment.processed' instead of one; captured: []");
  }

  @Test
  void asTheSink_itAwaitsDurableEvents() throws Exception {
    EventCapture durable = new EventCapture();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register("charge", input -> Map.of("cents", 1250))
                    .register("receipt", input -> Map.of("id", "R-1")))
            .template(PAYMENT)
            .publisher(working())
            .eventSink(durable)
            .build()) {
      engine.submit(TaskRequest.of("shop", "payment"));

      assertThat(durable.await("payment.*", 1, Duration.ofSeconds(50)))
          .extracting(DomainEvent::name)
          .containsExactly("payment.processed");
      assertThatThrownBy(() -> durable.await("receipt.sent", 1, Duration.ZERO))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("0 of 1 events 'receipt.sent' came within PT0S");
    }
  }
}
