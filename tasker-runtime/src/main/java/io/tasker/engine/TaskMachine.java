package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.template.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides what a task does next. Events go in, commands come out, and the same events always give
 * the same commands and state: there is no clock, no thread and no chance in here, which lets one
 * machine serve the local engine, a replay after a crash and virtual time alike.
 *
 * <p>The rules are those of Tasker Core: a step starts when all steps it depends on are complete,
 * {@code max_attempts} counts the first attempt, a permanent failure is never retried, a failure
 * stops the steps below it and no others, and the task ends in {@code error} once nothing can
 * progress. An operator may then reset, resolve or complete a failed step, and the task goes on as
 * if it had not ended: what Tasker Core calls blocked by failures. States that exist only between a
 * worker and the orchestrator are not used.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class TaskMachine {

  private final StepGraph steps;
  private TaskState state = TaskState.PENDING;
  // Steps that are enqueued or in progress, and that wait for a retry.
  private int active;
  private int waiting;

  /**
   * Creates the machine of a task that has not started.
   *
   * @param plan the steps
   */
  public TaskMachine(TaskPlan plan) {
    this.steps = new StepGraph(plan);
  }

  /**
   * Returns the state of the task.
   *
   * @return the state
   */
  public TaskState state() {
    return state;
  }

  /**
   * Returns the number of steps.
   *
   * @return the steps of the plan, whether they exist or not, and the batches so far
   */
  public int stepCount() {
    return steps.size();
  }

  /**
   * Returns whether a step exists. Worker steps never do, only their batches.
   *
   * @param step the index of the step
   * @return false if no decision has chosen it yet
   */
  public boolean exists(int step) {
    return steps.get(step).exists;
  }

  /**
   * Returns a step.
   *
   * @param step the index of the step
   * @return the step of the plan or the batch
   */
  public StepPlan step(int step) {
    return steps.get(step).plan;
  }

  /**
   * Returns the state of a step.
   *
   * @param step the index of the step
   * @return the state
   */
  public StepState stepState(int step) {
    return steps.get(step).state;
  }

  /**
   * Returns how many attempts of a step were started.
   *
   * @param step the index of the step
   * @return 0 for a step that never started
   */
  public int attempts(int step) {
    return steps.get(step).attempts;
  }

  /**
   * Takes note of an event. Events of a task that has ended are ignored, because a cancelled step's
   * handler may report later.
   *
   * @param event what happened
   * @return what to do, in order
   * @throws IllegalStateException if the event cannot follow those before it
   */
  public List<TaskCommand> apply(TaskEvent event) {
    List<TaskCommand> commands = new ArrayList<>();
    apply(event, commands::add);
    return commands;
  }

  /**
   * Takes note of an event, as {@link #apply(TaskEvent)} does, without a list in between.
   *
   * @param event what happened
   * @param commands is given what to do, in order
   * @throws IllegalStateException if the event cannot follow those before it
   */
  public void apply(TaskEvent event, Consumer<? super TaskCommand> commands) {
    if (state.isFinal() && !(event instanceof TaskEvent.Operation)) {
      return;
    }
    if (event instanceof TaskEvent.StepSucceeded succeeded) {
      steps.release(succeed(succeeded), commands);
    } else if (event instanceof TaskEvent.StepStarted started) {
      // One step is a little further, and nothing follows from that.
      start(started);
      return;
    } else if (event instanceof TaskEvent.StepFailed failed) {
      fail(slot(failed.step(), failed.attempt(), StepState.IN_PROGRESS, event), failed, commands);
    } else if (event instanceof TaskEvent.RetryDue due) {
      StepSlot step = slot(due.step(), due.attempt(), StepState.WAITING_FOR_RETRY, event);
      waiting--;
      steps.enqueue(step, commands);
    } else if (event instanceof TaskEvent.Started) {
      startTask(commands);
    } else if (event instanceof TaskEvent.CheckpointYielded yielded) {
      resume(slot(yielded.step(), yielded.attempt(), StepState.IN_PROGRESS, event), commands);
    } else if (event instanceof TaskEvent.Cancelled) {
      cancel(commands);
    } else if (event instanceof TaskEvent.Success success) {
      steps.complete(succeed(success), success, commands);
    } else if (event instanceof TaskEvent.Operation operation) {
      operate(operation, commands);
    }
    steps.converge(commands);
    active += steps.takeStarted();
    settle(commands);
  }

  private void startTask(Consumer<? super TaskCommand> commands) {
    if (state != TaskState.PENDING) {
      throw new IllegalStateException("A task starts once; this one is " + state.coreName());
    }
    steps.start(commands);
  }

  private StepSlot succeed(TaskEvent.Success event) {
    StepSlot step = slot(event.step(), event.attempt(), StepState.IN_PROGRESS, event);
    step.state = StepState.COMPLETE;
    active--;
    return step;
  }

  private void operate(TaskEvent.Operation operation, Consumer<? super TaskCommand> commands) {
    objection(operation)
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    StepSlot step = steps.get(operation.step());
    if (state == TaskState.ERROR) {
      state = TaskState.STEPS_IN_PROCESS;
    }
    if (step.state == StepState.WAITING_FOR_RETRY) {
      waiting--;
      commands.accept(new TaskCommand.StopStep(step.plan.index()));
    } else if (step.state == StepState.ERROR && !(operation instanceof TaskEvent.StepReset)) {
      steps.settledByHand(step);
    }
    if (operation instanceof TaskEvent.StepReset) {
      step.attempts = 0;
      steps.reset(step, commands);
    } else if (operation instanceof TaskEvent.StepResolved) {
      step.state = StepState.RESOLVED_MANUALLY;
      steps.release(step, commands);
    } else if (operation instanceof TaskEvent.StepCompleted completed) {
      step.state = StepState.COMPLETE;
      steps.complete(step, completed.outcome(), commands);
    }
  }

  /**
   * Returns why an operator's action is not possible now.
   *
   * @param operation the action
   * @return the reason, or empty if it is possible
   */
  public Optional<String> objection(TaskEvent.Operation operation) {
    if (state == TaskState.PENDING || (state.isFinal() && state != TaskState.ERROR)) {
      return Optional.of("The task is " + state.coreName());
    }
    StepSlot step = steps.get(operation.step());
    boolean isPossible =
        switch (step.state) {
          case ERROR -> true;
          case WAITING_FOR_RETRY -> !(operation instanceof TaskEvent.StepReset);
          case PENDING -> !(operation instanceof TaskEvent.StepReset) && !step.plan.isBatch();
          default -> false;
        };
    if (step.exists && isPossible) {
      return Optional.empty();
    }
    return Optional.of(
        "Step '%s' %s"
            .formatted(
                step.plan.name(), step.exists ? "is " + step.state.coreName() : "does not exist"));
  }

  private void start(TaskEvent.StepStarted event) {
    StepSlot step = steps.get(event.step());
    if (step.isResuming && step.attempts == event.attempt()) {
      step.isResuming = false;
      return;
    }
    slot(event.step(), event.attempt(), StepState.ENQUEUED, event);
    step.state = StepState.IN_PROGRESS;
    step.attempts++;
  }

  private void resume(StepSlot step, Consumer<? super TaskCommand> commands) {
    step.isResuming = true;
    commands.accept(new TaskCommand.RunStep(step.plan.index(), step.attempts));
  }

  private void fail(
      StepSlot step, TaskEvent.StepFailed failure, Consumer<? super TaskCommand> commands) {
    active--;
    RetryPolicy policy = step.plan.definition().retry();
    if (!failure.retryable() || !policy.retryable() || step.attempts >= policy.maxAttempts()) {
      step.state = StepState.ERROR;
      steps.failed(step, commands);
      return;
    }
    step.state = StepState.WAITING_FOR_RETRY;
    waiting++;
    Duration delay =
        RetryDelay.after(policy, step.attempts, failure.retryAfter(), failure.jitter());
    commands.accept(new TaskCommand.ScheduleRetry(step.plan.index(), step.attempts + 1, delay));
  }

  // Steps that wait for a thread are stopped before those that hold one, so that no stopped step
  // hands its thread to a step that is about to be stopped.
  private void cancel(Consumer<? super TaskCommand> commands) {
    stopAll(StepState.ENQUEUED, commands);
    stopAll(StepState.IN_PROGRESS, commands);
    for (int i = 0; i < steps.size(); i++) {
      StepSlot step = steps.get(i);
      if (!step.state.isFinal() && step.exists) {
        step.state = StepState.CANCELLED;
      }
    }
    finish(TaskState.CANCELLED, commands);
  }

  private void stopAll(StepState active, Consumer<? super TaskCommand> commands) {
    for (int i = 0; i < steps.size(); i++) {
      StepSlot step = steps.get(i);
      if (step.state == active) {
        step.state = StepState.CANCELLED;
        commands.accept(new TaskCommand.StopStep(step.plan.index()));
      }
    }
  }

  private void settle(Consumer<? super TaskCommand> commands) {
    if (active > 0) {
      state = TaskState.STEPS_IN_PROCESS;
    } else if (waiting > 0) {
      state = TaskState.WAITING_FOR_RETRY;
    } else if (!state.isFinal()) {
      finish(steps.isComplete() ? TaskState.COMPLETE : TaskState.ERROR, commands);
    }
  }

  private void finish(TaskState end, Consumer<? super TaskCommand> commands) {
    active = 0;
    waiting = 0;
    state = end;
    commands.accept(new TaskCommand.FinishTask(end));
  }

  private StepSlot slot(int step, int attempt, StepState expected, TaskEvent event) {
    StepSlot slot = steps.get(step);
    int current = expected == StepState.IN_PROGRESS ? slot.attempts : slot.attempts + 1;
    if (slot.state != expected || current != attempt || slot.isResuming) {
      throw new IllegalStateException(
          "%s does not follow: step '%s' is %s after %d attempts"
              .formatted(event, slot.plan.name(), slot.state.coreName(), slot.attempts));
    }
    return slot;
  }
}
