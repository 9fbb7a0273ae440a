package io.tasker.engine;

import io.tasker.TaskState;
import io.tasker.event.EngineEvent;
import io.tasker.handler.StepFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what happens to one task and tells the listeners. Reads the clock only if one listens. */
final class TaskReporter {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);

  private final LocalTask task;
  private final Listeners listeners;
  private final EngineTimer timer;
  private final EngineEvent.@Nullable TaskIdentity identity;
  private Instant[] startedAt;

  TaskReporter(LocalTask task, int steps) {
    this.task = task;
    this.listeners = task.runtime().listeners();
    this.timer = task.runtime().timer();
    boolean isHeard = !listeners.isEmpty();
    this.identity = isHeard ? task.identity() : null;
    this.startedAt = new Instant[isHeard ? steps : 0];
  }

  void taskStarted() {
    LOG.debug("{}: started", task);
    if (identity != null) {
      listeners.taskStarted(new EngineEvent.TaskStarted(identity));
    }
  }

  void stepStarted(StepAttempt attempt, StepPlan step) {
    if (identity != null) {
      if (attempt.stepIndex() >= startedAt.length) {
        startedAt =
            Arrays.copyOf(startedAt, Math.max(attempt.stepIndex() + 1, startedAt.length * 2));
      }
      startedAt[attempt.stepIndex()] = timer.now();
      listeners.stepStarted(
          new EngineEvent.StepStarted(
              identity, step.name(), step.definition().name(), attempt.number()));
    }
  }

  void stepSucceeded(StepAttempt attempt, StepPlan step) {
    if (identity != null) {
      listeners.stepSucceeded(
          new EngineEvent.StepSucceeded(
              identity,
              step.name(),
              step.definition().name(),
              attempt.number(),
              duration(attempt)));
    }
  }

  void stepFailed(StepAttempt attempt, StepPlan step, StepFailure failure) {
    LOG.debug(
        "{}: step '{}' failed at attempt {}: {}",
        task,
        step.name(),
        attempt.number(),
        failure.message());
    if (identity != null) {
      listeners.stepFailed(
          new EngineEvent.StepFailed(
              identity,
              step.name(),
              step.definition().name(),
              attempt.number(),
              duration(attempt),
              failure));
    }
  }

  void retryScheduled(StepPlan step, int nextAttempt, Duration delay) {
    if (identity != null) {
      listeners.retryScheduled(
          new EngineEvent.RetryScheduled(
              identity, step.name(), step.definition().name(), nextAttempt, delay));
    }
  }

  void taskEnded(TaskState state, String summary) {
    if (state == TaskState.ERROR) {
      LOG.warn("Task ended in error. {}", summary);
    } else {
      LOG.debug("{}: ended in {}", task, state);
    }
    if (identity != null) {
      listeners.taskEnded(new EngineEvent.TaskEnded(identity, state, since(task.acceptedAt())));
    }
  }

  private Duration duration(StepAttempt attempt) {
    return since(startedAt[attempt.stepIndex()]);
  }

  // Clocks step back.
  private Duration since(Instant start) {
    Duration elapsed = Duration.between(start, timer.now());
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
