package io.tasker.engine;

import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.StepDefinition;

/** How a worker step is multiplied, where the template does not say so. */
final class BatchSettings {
  private static final BatchConfiguration DEFAULTS =
      new BatchConfiguration(100, 10, "id", "", FailureStrategy.CONTINUE_ON_FAILURE);

  private BatchSettings() {}

  static BatchConfiguration of(StepDefinition worker) {
    return worker.batch().orElse(DEFAULTS);
  }
}
