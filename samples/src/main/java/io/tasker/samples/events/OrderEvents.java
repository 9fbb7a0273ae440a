package io.tasker.samples.events;

import io.tasker.event.StepEventPublisher;
import io.tasker.event.StepOutcome;
import io.tasker.handler.StepFailure;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes all events that name no publisher, and tells with each failure how many seconds a
 * customer should wait before the next try.
 */
public final class OrderEvents implements StepEventPublisher {

  /** Creates the publisher. */
  public OrderEvents() {}

  @Override
  public String name() {
    return DEFAULT_NAME;
  }

  @Override
  public JsonNode transformPayload(String event, JsonNode payload, StepOutcome outcome) {
    return outcome.isSuccess()
        ? payload
        : ((ObjectNode) payload).put("retry_delay", retryDelay(outcome));
  }

  @Override
  public Map<String, Object> additionalMetadata(String event, StepOutcome outcome) {
    return Map.of("attempt", outcome.attempt());
  }

  private static int retryDelay(StepOutcome outcome) {
    return switch (outcome.failure().flatMap(StepFailure::code).orElse("")) {
      case "RATE_LIMITED" -> 600;
      case "TEMPORARY_FAILURE" -> 300;
      case "NETWORK_ERROR" -> 60;
      case "CARD_DECLINED" -> 0;
      default -> 120;
    };
  }
}
