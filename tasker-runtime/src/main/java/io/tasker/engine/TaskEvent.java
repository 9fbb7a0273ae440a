package io.tasker.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a task. The events of a task, in order, determine its state: applied to a new
 * {@link TaskMachine} they give the same state again. Steps are named by their index in the task.
 */
public sealed interface TaskEvent {

  /** The task may start. The first event of each task. */
  record Started() implements TaskEvent {}

  /**
   * A handler is about to be called.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt, 1 for the first
   */
  record StepStarted(int step, int attempt) implements TaskEvent {}

  /**
   * An attempt gave a result.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt
   */
  record StepSucceeded(int step, int attempt) implements Success {}

  /** An attempt gave a result, which may bring about further steps. */
  sealed interface Success extends TaskEvent permits StepSucceeded, Decided, BatchesPlanned {

    /**
     * Returns the step.
     *
     * @return the index of the step
     */
    int step();

    /**
     * Returns the attempt.
     *
     * @return the number of the attempt
     */
    int attempt();
  }

  /**
   * A decision gave its result.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt
   * @param routes the indexes of the chosen steps, all of them below the decision; empty for none
   */
  record Decided(int step, int attempt, List<Integer> routes) implements Success {

    /** Copies the routes. */
    public Decided {
      routes = List.copyOf(routes);
    }
  }

  /**
   * A batchable step gave its result.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt
   * @param batchIds the ids of the batches, at least one
   * @param parallelism how many batches run at once
   */
  record BatchesPlanned(int step, int attempt, List<String> batchIds, int parallelism)
      implements Success {

    /** Copies the ids and checks the bound. */
    public BatchesPlanned {
      batchIds = List.copyOf(batchIds);
      if (batchIds.isEmpty() || parallelism < 1) {
        throw new IllegalArgumentException(
            "%d batches, %d at once".formatted(batchIds.size(), parallelism));
      }
    }
  }

  /**
   * A batch has come some way and wants to be called again. What it accumulated goes where results
   * go.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt, which goes on
   * @param cursor the item to go on with
   * @param itemsProcessed how many items of the batch are done
   */
  record CheckpointYielded(int step, int attempt, long cursor, long itemsProcessed)
      implements TaskEvent {}

  /**
   * An attempt failed.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt
   * @param retryable true if a further attempt may heal it
   * @param retryAfter the wait the handler asked for, or null for that of the retry policy
   * @param jitter the factor by which the policy's wait is varied, 1 for not at all; drawn by
   *     whoever reports the failure, so that the machine stays deterministic
   */
  record StepFailed(
      int step, int attempt, boolean retryable, @Nullable Duration retryAfter, double jitter)
      implements TaskEvent {

    /** Checks the factor. */
    public StepFailed {
      if (!(jitter >= 0 && jitter <= 2)) {
        throw new IllegalArgumentException("jitter must be between 0 and 2: " + jitter);
      }
    }
  }

  /**
   * The wait before an attempt is over.
   *
   * @param step the index of the step
   * @param attempt the number of the attempt that may start
   */
  record RetryDue(int step, int attempt) implements TaskEvent {}

  /**
   * Somebody wants the task to end now.
   *
   * @param reason why, for people
   */
  record Cancelled(String reason) implements TaskEvent {

    /** Checks that there is a reason. */
    public Cancelled {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Somebody acts on a step from outside. Reopens a task that has ended in error. */
  sealed interface Operation extends TaskEvent permits StepReset, StepResolved, StepCompleted {

    /**
     * Returns the step.
     *
     * @return the index of the step
     */
    int step();

    /**
     * Returns why, for people.
     *
     * @return the reason
     */
    String reason();
  }

  /**
   * A failed step gets all its attempts again.
   *
   * @param step the index of the step
   * @param reason why, for people
   */
  record StepReset(int step, String reason) implements Operation {

    /** Checks that there is a reason. */
    public StepReset {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * A step is no longer wanted and counts as complete, without a result.
   *
   * @param step the index of the step
   * @param reason why, for people
   */
  record StepResolved(int step, String reason) implements Operation {

    /** Checks that there is a reason. */
    public StepResolved {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * A step is given its result, which goes where results go.
   *
   * @param outcome what the result means
   * @param reason why, for people
   */
  record StepCompleted(Success outcome, String reason) implements Operation {

    /** Checks that there is a reason. */
    public StepCompleted {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public int step() {
      return outcome.step();
    }
  }
}
