package io.tasker.worker.database;

import io.tasker.engine.StepCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step as it stands in the database, once it is claimed.
 *
 * @param name the name of the step
 * @param templateStep its name in the template; differs for batches only
 * @param isRetryable whether a failed attempt may be followed by another
 * @param maxAttempts the bound of the attempts, the first included
 * @param attempt the number of this attempt, 1 for the first
 * @param input the task's input
 * @param batch what a batch was given when it was created, or null for all else
 * @param checkpoint where the step goes on, or empty
 * @param results the results of the steps above
 * @param template the template of the task
 */
public record StepRow(
    String name,
    String templateStep,
    boolean isRetryable,
    int maxAttempts,
    int attempt,
    JsonNode input,
    @Nullable JsonNode batch,
    Optional<StepCall.Checkpoint> checkpoint,
    List<StepCall.Result> results,
    TemplateRegistration.Version template) {

  /** Copies the results. */
  public StepRow {
    results = List.copyOf(results);
  }

  /**
   * Returns whether another attempt may follow this one.
   *
   * @return true if it may
   */
  public boolean hasFurtherAttempt() {
    return isRetryable && attempt < maxAttempts;
  }
}
