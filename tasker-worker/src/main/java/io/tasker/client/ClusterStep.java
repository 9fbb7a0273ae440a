package io.tasker.client;

import io.tasker.StepState;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step as the cluster tells of it.
 *
 * @param stepUuid the id
 * @param taskUuid the id of its task
 * @param name the name; for a batch with its number
 * @param currentState the state, by Tasker Core's name
 * @param attempts how many attempts there were
 * @param maxAttempts the bound of the attempts, the first included
 * @param results what the last attempt came to, result or failure with the facts of the run; null
 *     if none has ended
 */
public record ClusterStep(
    UUID stepUuid,
    UUID taskUuid,
    String name,
    String currentState,
    int attempts,
    int maxAttempts,
    @Nullable JsonNode results) {

  /**
   * Returns the state.
   *
   * @return the state, or empty if this version does not know it
   */
  public Optional<StepState> state() {
    try {
      return Optional.of(StepState.valueOf(currentState.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
