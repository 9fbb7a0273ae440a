package io.tasker.client;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task in the dead letter queue, where the orchestrator puts those it gave up.
 *
 * @param dlqEntryUuid the id of the entry
 * @param taskUuid the id of the task, which may have several entries
 * @param originalState the state of the task before
 * @param dlqReason why it is there, by Tasker Core's name: {@code StalenessTimeout}, {@code
 *     MaxRetriesExceeded}, {@code DependencyCycleDetected}, {@code WorkerUnavailable} or {@code
 *     ManualDlq}
 * @param dlqTimestamp when it was put there, in UTC
 * @param resolutionStatus how far the investigation is, by Tasker Core's name
 * @param resolutionTimestamp when it was settled, in UTC, or null
 * @param resolutionNotes what was found, or null
 * @param resolvedBy who settled it, or null
 * @param taskSnapshot the task with its steps as it was then
 * @param metadata further facts, or null
 */
public record DlqEntry(
    UUID dlqEntryUuid,
    UUID taskUuid,
    String originalState,
    String dlqReason,
    LocalDateTime dlqTimestamp,
    String resolutionStatus,
    @Nullable LocalDateTime resolutionTimestamp,
    @Nullable String resolutionNotes,
    @Nullable String resolvedBy,
    JsonNode taskSnapshot,
    @Nullable JsonNode metadata) {

  /** Takes JSON's null for none. */
  public DlqEntry {
    metadata = ClusterAnswer.orNull(metadata);
  }

  /**
   * Returns how far the investigation is.
   *
   * @return the status, or empty if this version does not know it
   */
  public Optional<DlqStatus> status() {
    return DlqStatus.of(resolutionStatus);
  }
}
