package io.tasker.worker;

import io.tasker.worker.database.ClusterDatabase;
import java.time.Duration;

/**
 * The workflow {@code shop/flow} of one step, {@code a}, and workers that soon hear of it again.
 */
final class OneStep {
  static final String TEMPLATE =
      """
      name: flow
      namespace_name: shop
      version: "1.0.0"
      steps:
        - {name: a, handler: {callable: a}}
      """;

  private OneStep() {}

  static TaskerWorkerBuilder worker(ClusterDatabase cluster, TestHandlers handlers) {
    return TaskerWorker.builder()
        .url(cluster.url())
        .registry(handlers.registry)
        .template("flow.yaml", TEMPLATE)
        .visibilityTimeout(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(100));
  }
}
