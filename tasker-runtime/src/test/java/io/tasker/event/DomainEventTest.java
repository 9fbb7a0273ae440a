package io.tasker.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DomainEventTest {
  private static final EventMetadata METADATA =
      new EventMetadata(
          new UUID(1, 1),
          new UUID(1, 2),
          "pay",
          "shop",
          new UUID(1, 3),
          Instant.EPOCH,
          StepEventPublisher.DEFAULT_NAME,
          Map.of());

  private record Payment(long amountCents) {}

  private final DomainEvent event =
      DomainEvent.of("payment.processed", Map.of("amount_cents", 1250, "card", "x"), METADATA);

  @Test
  void payload_isReadAsATypeOrAsJson() {
    assertThat(event.payload(Payment.class)).isEqualTo(new Payment(1250));
    assertThat(event.payload(JsonNode.class)).isEqualTo(event.payload());
    assertThat(event.version()).isEqualTo("1.0");
  }

  @Test
  void payload_thatDoesNotFit_saysWhere() {
    DomainEvent wrong = DomainEvent.of("payment.processed", Map.of("amount_cents", "x"), METADATA);

    assertThatThrownBy(() -> wrong.payload(Payment.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The payload of 'payment.processed' does not fit")
        .hasMessageContaining("amount_cents");
    assertThatThrownBy(() -> DomainEvent.of("a.b", Double.NaN, METADATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The payload of 'a.b' cannot be JSON");
  }

  @Test
  void payload_isACopyForEachReader() {
    ((ObjectNode) event.payload()).put("amount_cents", 0);

    assertThat(event.payload().path("amount_cents").asInt()).isEqualTo(1250);
  }

  @Test
  void toString_keepsThePayloadOutOfLogs() {
    assertThat(event.toString()).contains("payment.processed", "pay").doesNotContain("1250");
  }
}
