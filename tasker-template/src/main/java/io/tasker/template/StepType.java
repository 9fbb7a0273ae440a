package io.tasker.template;

import java.util.Locale;

/** The kinds of step that Tasker Core knows. */
public enum StepType {
  /** Runs when its dependencies are complete. */
  STANDARD,
  /** Chooses which of the steps below it exist. */
  DECISION,
  /** Waits for those of its dependencies that were created. */
  DEFERRED_CONVERGENCE,
  /** Splits work into batches. */
  BATCHABLE,
  /** The template of the steps that work on one batch each. */
  BATCH_WORKER;

  /**
   * Returns the name in YAML.
   *
   * @return the name in lower_snake_case
   */
  public String yamlName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
