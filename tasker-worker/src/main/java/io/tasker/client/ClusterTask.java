package io.tasker.client;

import io.tasker.TaskState;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as the cluster tells of it.
 *
 * @param taskUuid the id
 * @param namespace the namespace of its workflow
 * @param name the name of its workflow
 * @param version the version of its workflow
 * @param status the state, by Tasker Core's name
 * @param correlationId the id that ties it to the request it came from
 * @param totalSteps how many steps there are so far
 * @param completedSteps how many of them are complete
 * @param failedSteps how many of them failed
 */
public record ClusterTask(
    UUID taskUuid,
    String namespace,
    String name,
    String version,
    String status,
    UUID correlationId,
    long totalSteps,
    long completedSteps,
    long failedSteps) {

  /**
   * Returns the state.
   *
   * @return the state, or empty if this version does not know it
   */
  public Optional<TaskState> state() {
    try {
      return Optional.of(TaskState.valueOf(status.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
