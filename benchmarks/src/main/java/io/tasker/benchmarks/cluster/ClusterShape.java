package io.tasker.benchmarks.cluster;

import io.tasker.TaskRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The workflows, whose templates are files that both workers read. */
enum ClusterShape {
  LINEAR(5),
  DIAMOND(4),
  WIDE(12);

  static final String NAMESPACE = "cluster_benchmark";

  private final int steps;

  ClusterShape(int steps) {
    this.steps = steps;
  }

  int steps() {
    return steps;
  }

  /** Returns a task that no other is the same as. */
  TaskRequest request() {
    return TaskRequest.of(NAMESPACE, workflow())
        .version("1.0.0")
        .input(Map.of("id", UUID.randomUUID()));
  }

  String workflow() {
    return name().toLowerCase(Locale.ROOT);
  }
}
