package io.tasker.client;

import io.tasker.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task as the cluster tells of it.
 *
 * @param taskUuid the id
 * @param namespace the namespace of its workflow
 * @param name the name of its workflow
 * @param version the version of its workflow
 * @param status the state, by Tasker Core's name; in a list only {@code complete} or {@code
 *     incomplete}
 * @param createdAt when it was created
 * @param updatedAt when it changed last
 * @param completedAt when it ended, or null; Tasker Core 0.1 does not say
 * @param context its input
 * @param initiator who asked for it
 * @param sourceSystem where it was asked for
 * @param reason why
 * @param priority the higher, the earlier
 * @param tags its tags
 * @param correlationId the id that ties it to the request it came from
 * @param parentCorrelationId that of the task it belongs to, or null
 * @param totalSteps how many steps there are so far
 * @param pendingSteps how many of them wait
 * @param inProgressSteps how many of them run
 * @param completedSteps how many of them are complete
 * @param failedSteps how many of them failed
 * @param readySteps how many of them could run
 * @param executionStatus what goes on: {@code has_ready_steps}, {@code processing}, {@code
 *     blocked_by_failures}, {@code waiting_for_dependencies} or {@code all_complete}
 * @param completionPercentage the share of steps that are complete, from 0 to 100
 * @param healthStatus {@code healthy}, {@code recovering}, {@code blocked} or {@code unknown}
 */
public record ClusterTask(
    UUID taskUuid,
    String namespace,
    String name,
    String version,
    String status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt,
    JsonNode context,
    String initiator,
    String sourceSystem,
    String reason,
    @Nullable Integer priority,
    List<String> tags,
    UUID correlationId,
    @Nullable UUID parentCorrelationId,
    long totalSteps,
    long pendingSteps,
    long inProgressSteps,
    long completedSteps,
    long failedSteps,
    long readySteps,
    String executionStatus,
    double completionPercentage,
    String healthStatus) {
  private static final String COMPLETE = "complete";
  private static final String INCOMPLETE = "incomplete";

  /** Copies the tags. */
  public ClusterTask {
    tags = List.copyOf(tags);
  }

  // A list has names of its own, and "pending" there is any state but complete.
  ClusterTask listed() {
    return new ClusterTask(
        taskUuid,
        namespace,
        name,
        version,
        status.equals("completed") ? COMPLETE : INCOMPLETE,
        createdAt,
        updatedAt,
        completedAt,
        context,
        initiator,
        sourceSystem,
        reason,
        priority,
        tags,
        correlationId,
        parentCorrelationId,
        totalSteps,
        pendingSteps,
        inProgressSteps,
        completedSteps,
        failedSteps,
        readySteps,
        executionStatus,
        completionPercentage,
        healthStatus);
  }

  /**
   * Returns the state.
   *
   * @return the state, or empty if this version does not know it or the task is from a list and not
   *     complete: lists say no more
   */
  public Optional<TaskState> state() {
    return ClusterAnswer.taskState(status);
  }
}
