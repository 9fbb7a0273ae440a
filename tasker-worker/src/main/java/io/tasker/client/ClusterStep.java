package io.tasker.client;

import io.tasker.StepState;
import java.time.Instant;
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
 * @param createdAt when it was created
 * @param updatedAt when it changed last
 * @param completedAt when it was completed, or null
 * @param currentState the state, by Tasker Core's name
 * @param dependenciesSatisfied whether all steps it waits for are complete
 * @param retryEligible whether it may be tried again
 * @param readyForExecution whether it could run now
 * @param totalParents how many steps it waits for directly
 * @param completedParents how many of them are complete
 * @param attempts how many attempts there were
 * @param maxAttempts the bound of the attempts, the first included
 * @param lastAttemptedAt when the last attempt began, or null if there was none
 * @param lastFailureAt when it failed last, or null
 * @param nextRetryAt when the next attempt may begin, or null
 * @param results what the last attempt came to, result or failure with the facts of the run; null
 *     if none has ended
 */
public record ClusterStep(
    UUID stepUuid,
    UUID taskUuid,
    String name,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt,
    String currentState,
    boolean dependenciesSatisfied,
    boolean retryEligible,
    boolean readyForExecution,
    int totalParents,
    int completedParents,
    int attempts,
    int maxAttempts,
    @Nullable Instant lastAttemptedAt,
    @Nullable Instant lastFailureAt,
    @Nullable Instant nextRetryAt,
    @Nullable JsonNode results) {

  /** Takes JSON's null for none. */
  public ClusterStep {
    results = ClusterAnswer.orNull(results);
  }

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
