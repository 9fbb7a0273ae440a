package io.tasker.client;

import io.tasker.TaskState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task with its workflow and its steps, in one answer: without input and results.
 *
 * @param task the task
 * @param template its workflow
 * @param steps its steps so far
 * @param dlq whether it is in the dead letter queue
 */
public record TaskSummary(Task task, Template template, List<Step> steps, Dlq dlq) {

  /** Copies the steps. */
  public TaskSummary {
    steps = List.copyOf(steps);
  }

  /**
   * The task.
   *
   * @param taskUuid the id
   * @param namespace the namespace of its workflow
   * @param name the name of its workflow
   * @param version the version of its workflow
   * @param status the state, by Tasker Core's name
   * @param createdAt when it was created
   * @param updatedAt when it changed last
   * @param completedAt when it was completed, or null
   * @param initiator who asked for it
   * @param sourceSystem where it was asked for
   * @param reason why
   * @param correlationId the id that ties it to the request it came from
   * @param totalSteps how many steps there are so far
   * @param pendingSteps how many of them wait
   * @param inProgressSteps how many of them run
   * @param completedSteps how many of them are complete
   * @param failedSteps how many of them failed
   * @param completionPercentage the share of steps that are complete, from 0 to 100
   * @param healthStatus see {@link ClusterTask#healthStatus()}
   * @param executionStatus see {@link ClusterTask#executionStatus()}
   * @param recommendedAction what an operator may do, or null
   */
  public record Task(
      UUID taskUuid,
      String namespace,
      String name,
      String version,
      String status,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant completedAt,
      String initiator,
      String sourceSystem,
      String reason,
      UUID correlationId,
      long totalSteps,
      long pendingSteps,
      long inProgressSteps,
      long completedSteps,
      long failedSteps,
      double completionPercentage,
      String healthStatus,
      String executionStatus,
      @Nullable String recommendedAction) {

    /**
     * Returns the state.
     *
     * @return the state, or empty if this version does not know it
     */
    public Optional<TaskState> state() {
      return ClusterAnswer.taskState(status);
    }
  }

  /**
   * The workflow.
   *
   * @param steps all steps it has, those that may never come about included
   */
  public record Template(List<TemplateStep> steps) {

    /** Copies the steps. */
    public Template {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step of the workflow.
   *
   * @param name the name
   * @param stepType {@code standard}, {@code decision}, {@code deferred_convergence}, {@code
   *     batchable} or {@code batch_worker}
   * @param handler the callable
   * @param dependencies the names of the steps it waits for directly
   * @param retryable whether it may be tried again
   * @param maxAttempts the bound of the attempts, the first included
   */
  public record TemplateStep(
      String name,
      String stepType,
      String handler,
      List<String> dependencies,
      boolean retryable,
      int maxAttempts) {

    /** Copies the dependencies. */
    public TemplateStep {
      dependencies = List.copyOf(dependencies);
    }
  }

  /**
   * A step of the task.
   *
   * @param stepUuid the id
   * @param name the name; for a batch with its number
   * @param currentState the state, by Tasker Core's name
   * @param createdAt when it was created, in UTC, or null
   * @param completedAt when it was completed, in UTC, or null
   * @param lastAttemptedAt when the last attempt began, in UTC, or null
   * @param attempts how many attempts there were
   * @param maxAttempts the bound of the attempts, the first included
   * @param dependenciesSatisfied whether all steps it waits for are complete
   * @param retryEligible whether it may be tried again
   * @param error why it failed, or null; Tasker Core 0.1.8 never says
   */
  public record Step(
      UUID stepUuid,
      String name,
      String currentState,
      @Nullable LocalDateTime createdAt,
      @Nullable LocalDateTime completedAt,
      @Nullable LocalDateTime lastAttemptedAt,
      int attempts,
      int maxAttempts,
      boolean dependenciesSatisfied,
      boolean retryEligible,
      @Nullable Failure error) {}

  /**
   * Why a step failed.
   *
   * @param errorType the kind of error, or null
   * @param retryable whether another attempt may heal it
   * @param statusCode the HTTP status that came with it, or null
   */
  public record Failure(
      @Nullable String errorType, boolean retryable, @Nullable Integer statusCode) {}

  /**
   * Whether the task is in the dead letter queue, and its investigation not settled.
   *
   * @param inDlq whether it is
   * @param dlqReason why, by Tasker Core's name, or null
   * @param resolutionStatus how far the investigation is, by Tasker Core's name, or null
   */
  public record Dlq(boolean inDlq, @Nullable String dlqReason, @Nullable String resolutionStatus) {}
}
