package io.tasker.worker.database;

import io.tasker.event.DomainEvent;
import io.tasker.event.EventMetadata;
import io.tasker.internal.JacksonCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Sends durable events in the transaction that stores the outcome they tell of, in the form that
 * Tasker Core's own workers give them: the step with all it was called with, its outcome, and what
 * the event says.
 *
 * @param transport where events are sent
 * @param codec the codec
 */
record DurableEvents(MessageTransport transport, JacksonCodec codec) {

  /** Sends the events of an outcome. The step is told of as it was while the handler ran. */
  void send(Connection connection, UUID step, Outcome outcome) throws SQLException {
    if (outcome.events().isEmpty()) {
      return;
    }
    String sequenceStep =
        Query.first(connection, TaskerCore01.READ_SEQUENCE_STEP, row -> row.getString(1), step)
            .orElseThrow();
    for (DomainEvent event : outcome.events()) {
      transport.sendEvent(
          connection, event.metadata().namespace(), message(event, sequenceStep, outcome.json()));
    }
  }

  private String message(DomainEvent event, String sequenceStep, String executionResult) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("event_id", event.id().toString());
    message.put("event_name", event.name());
    message.put("event_version", event.version());
    ObjectNode payload = message.putObject("payload");
    payload.putRawValue("task_sequence_step", new RawValue(sequenceStep));
    payload.putRawValue("execution_result", new RawValue(executionResult));
    payload.set("payload", NulFree.copy(event.payload()));
    message.set("metadata", NulFree.copy(metadata(event.metadata())));
    return codec.write(message);
  }

  private ObjectNode metadata(EventMetadata from) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("task_uuid", from.taskUuid().toString());
    metadata.put("step_uuid", from.stepUuid().toString());
    metadata.put("step_name", from.stepName());
    metadata.put("namespace", from.namespace());
    metadata.put("correlation_id", from.correlationId().toString());
    metadata.put("fired_at", from.firedAt().toString());
    metadata.put("fired_by", from.firedBy());
    from.additional()
        .forEach(
            (name, value) -> {
              if (!metadata.has(name)) {
                metadata.set(name, codec.toTree(value));
              }
            });
    return metadata;
  }
}
