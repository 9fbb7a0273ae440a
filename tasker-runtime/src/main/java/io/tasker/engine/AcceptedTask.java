package io.tasker.engine;

import io.tasker.TaskRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as a store is given it.
 *
 * @param id the id of the task
 * @param correlationId the id that ties it to the request it came from
 * @param version the version of the workflow it runs
 * @param request the request, with its input as it was submitted
 * @param acceptedAt when it was accepted
 * @param identity what no other task may have that the store remembers, or empty
 */
public record AcceptedTask(
    UUID id,
    UUID correlationId,
    String version,
    TaskRequest request,
    Instant acceptedAt,
    Optional<String> identity) {

  /** Checks that nothing is null. */
  public AcceptedTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    Objects.requireNonNull(identity, "identity");
  }
}
