package io.tasker.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes longest.
 *
 * @param slowSteps the slowest steps, slowest first
 * @param slowTasks the slowest workflows, slowest first
 * @param recommendations what the cluster advises, a sentence each
 */
public record ClusterBottlenecks(
    List<SlowStep> slowSteps, List<SlowTask> slowTasks, List<String> recommendations) {

  /** Copies the lists. */
  public ClusterBottlenecks {
    slowSteps = List.copyOf(slowSteps);
    slowTasks = List.copyOf(slowTasks);
    recommendations = List.copyOf(recommendations);
  }

  /**
   * A step of a workflow.
   *
   * @param namespaceName the namespace
   * @param taskName the name of the workflow
   * @param version its version
   * @param stepName the name of the step
   * @param averageDurationSeconds the mean time
   * @param maxDurationSeconds the longest time
   * @param executionCount how often it ran
   * @param errorCount how often it failed
   * @param errorRate the share of failures, in percent
   * @param lastExecutedAt when it ran last, or null
   */
  public record SlowStep(
      String namespaceName,
      String taskName,
      String version,
      String stepName,
      double averageDurationSeconds,
      double maxDurationSeconds,
      long executionCount,
      long errorCount,
      double errorRate,
      @Nullable Instant lastExecutedAt) {}

  /**
   * A workflow.
   *
   * @param namespaceName the namespace
   * @param taskName the name of the workflow
   * @param version its version
   * @param averageDurationSeconds the mean time of a task
   * @param maxDurationSeconds the longest time
   * @param executionCount how many tasks there were
   * @param averageStepCount how many steps they had in the mean
   * @param errorCount how many failed
   * @param errorRate the share of failures, in percent
   * @param lastExecutedAt when the last one ran, or null
   */
  public record SlowTask(
      String namespaceName,
      String taskName,
      String version,
      double averageDurationSeconds,
      double maxDurationSeconds,
      long executionCount,
      double averageStepCount,
      long errorCount,
      double errorRate,
      @Nullable Instant lastExecutedAt) {}
}
