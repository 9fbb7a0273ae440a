package io.tasker.template;

import java.util.Objects;

/**
 * How a batch worker step is multiplied ({@code batch_config}, which Tasker Core reads from the
 * worker step, not from the analyzer).
 *
 * @param batchSize items per batch
 * @param parallelism batches at once
 * @param cursorField the item field a cursor counts in
 * @param workerTemplate the name of the batch worker step
 * @param failureStrategy what a failed batch does to the others
 */
public record BatchConfiguration(
    int batchSize,
    int parallelism,
    String cursorField,
    String workerTemplate,
    FailureStrategy failureStrategy) {

  /** What a failed batch does to the others. */
  public enum FailureStrategy {
    /** The other batches go on. */
    CONTINUE_ON_FAILURE,
    /** Batches that have not started are not started. */
    FAIL_FAST,
    /** The other batches go on and the failed one is set aside. */
    ISOLATE;

    /**
     * Returns the name in YAML.
     *
     * @return the name in lower_snake_case
     */
    public String yamlName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Checks that nothing is null. */
  public BatchConfiguration {
    Objects.requireNonNull(cursorField, "cursorField");
    Objects.requireNonNull(workerTemplate, "workerTemplate");
    Objects.requireNonNull(failureStrategy, "failureStrategy");
  }
}
