package io.tasker.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An outcome of a step that a worker stored.
 *
 * @param auditUuid the id of this record
 * @param workflowStepUuid the id of the step
 * @param transitionUuid the id of the transition that the outcome came with
 * @param taskUuid the id of the task
 * @param recordedAt when it was stored
 * @param workerUuid the id of the worker, or null if it gave none
 * @param correlationId the correlation id of the task, or null
 * @param success whether the attempt succeeded
 * @param executionTimeMs how long the handler ran, in milliseconds, or null if the cluster does not
 *     say
 * @param result the event of the transition, with the outcome in {@code data}; or null
 * @param stepName the name of the step
 * @param fromState the state before, or null
 * @param toState the state after
 */
public record StepAudit(
    UUID auditUuid,
    UUID workflowStepUuid,
    UUID transitionUuid,
    UUID taskUuid,
    Instant recordedAt,
    @Nullable UUID workerUuid,
    @Nullable UUID correlationId,
    boolean success,
    @Nullable Long executionTimeMs,
    @Nullable JsonNode result,
    String stepName,
    @Nullable String fromState,
    String toState) {

  /** Takes JSON's null for none. */
  public StepAudit {
    result = ClusterAnswer.orNull(result);
  }
}
