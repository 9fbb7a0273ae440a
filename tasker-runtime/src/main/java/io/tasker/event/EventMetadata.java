package io.tasker.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a domain event comes from.
 *
 * @param taskUuid the id of the task
 * @param stepUuid the id of the step
 * @param stepName the name of the step
 * @param namespace the namespace of the workflow
 * @param correlationId the id that ties the task to the request it came from
 * @param firedAt when the attempt ended that the event tells of
 * @param firedBy the name of the publisher
 * @param additional what the publisher added, in the order it did
 */
public record EventMetadata(
    UUID taskUuid,
    UUID stepUuid,
    String stepName,
    String namespace,
    UUID correlationId,
    Instant firedAt,
    String firedBy,
    Map<String, Object> additional) {

  /** Copies what was added. */
  public EventMetadata {
    Objects.requireNonNull(taskUuid, "taskUuid");
    Objects.requireNonNull(stepUuid, "stepUuid");
    Objects.requireNonNull(stepName, "stepName");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(firedAt, "firedAt");
    Objects.requireNonNull(firedBy, "firedBy");
    additional = Collections.unmodifiableMap(new LinkedHashMap<>(additional));
  }
}
