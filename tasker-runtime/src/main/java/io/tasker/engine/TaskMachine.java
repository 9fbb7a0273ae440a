package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.template.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides what a task does next. Events go in, commands come out, and the same events always give
 * the same commands and state: there is no clock, no thread and no chance in here, which lets one
 * machine serve the local engine, a replay after a crash and virtual time alike.
 *
 * <p>The rules are those of Tasker Core: a step starts when all steps it depends on are complete,
 * {@code max_attempts} counts the first attempt, a permanent failure is never retried, a failure
 * stops the steps below it and no others, and the task ends in {@code error} once nothing can
 * progress. States that exist only between a worker and the orchestrator are not used.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class TaskMachine {

  /** One step of the running task; batch instances will be further slots of one plan. */
  private static final class StepSlot {
    final StepPlan plan;
    StepState state = StepState.PENDING;
    int attempts;
    int missing;

    StepSlot(StepPlan plan) {
      this.plan = plan;
      this.missing = plan.dependencies().size();
    }
  }

  private final TaskPlan plan;
  private final List<StepSlot> steps;
  private TaskState state = TaskState.PENDING;
  // Steps that are enqueued or in progress, that wait for a retry, and that satisfy dependencies.
  private int active;
  private int waiting;
  private int satisfied;

  /**
   * Creates the machine of a task that has not started.
   *
   * @param plan the steps
   */
  public TaskMachine(TaskPlan plan) {
    this.plan = plan;
    this.steps = new ArrayList<>(plan.steps().size());
    for (StepPlan step : plan.steps()) {
      steps.add(new StepSlot(step));
    }
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
   * @return the number of steps that exist now
   */
  public int stepCount() {
    return steps.size();
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
    if (state.isFinal()) {
      return;
    }
    if (event instanceof TaskEvent.StepSucceeded succeeded) {
      succeed(slot(succeeded.step(), succeeded.attempt(), StepState.IN_PROGRESS, event), commands);
    } else if (event instanceof TaskEvent.StepStarted started) {
      start(slot(started.step(), started.attempt(), StepState.ENQUEUED, event));
    } else if (event instanceof TaskEvent.StepFailed failed) {
      fail(slot(failed.step(), failed.attempt(), StepState.IN_PROGRESS, event), failed, commands);
    } else if (event instanceof TaskEvent.RetryDue due) {
      StepSlot step = slot(due.step(), due.attempt(), StepState.WAITING_FOR_RETRY, event);
      waiting--;
      enqueue(step, commands);
    } else if (event instanceof TaskEvent.Started) {
      startTask(commands);
    } else if (event instanceof TaskEvent.Cancelled) {
      cancel(commands);
    }
    settle(commands);
  }

  private void startTask(Consumer<? super TaskCommand> commands) {
    if (state != TaskState.PENDING) {
      throw new IllegalStateException("A task starts once; this one is " + state.coreName());
    }
    for (StepSlot step : steps) {
      if (step.missing == 0) {
        enqueue(step, commands);
      }
    }
  }

  private void enqueue(StepSlot step, Consumer<? super TaskCommand> commands) {
    step.state = StepState.ENQUEUED;
    active++;
    commands.accept(new TaskCommand.RunStep(step.plan.index(), step.attempts + 1));
  }

  private static void start(StepSlot step) {
    step.state = StepState.IN_PROGRESS;
    step.attempts++;
  }

  private void succeed(StepSlot step, Consumer<? super TaskCommand> commands) {
    step.state = StepState.COMPLETE;
    active--;
    satisfied++;
    for (int index : plan.dependents(step.plan.index())) {
      StepSlot dependent = steps.get(index);
      if (--dependent.missing == 0 && dependent.state == StepState.PENDING) {
        enqueue(dependent, commands);
      }
    }
  }

  private void fail(
      StepSlot step, TaskEvent.StepFailed failure, Consumer<? super TaskCommand> commands) {
    active--;
    RetryPolicy policy = step.plan.definition().retry();
    if (!failure.retryable() || !policy.retryable() || step.attempts >= policy.maxAttempts()) {
      step.state = StepState.ERROR;
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
    for (StepSlot step : steps) {
      if (!step.state.isFinal()) {
        step.state = StepState.CANCELLED;
      }
    }
    finish(TaskState.CANCELLED, commands);
  }

  private void stopAll(StepState active, Consumer<? super TaskCommand> commands) {
    for (StepSlot step : steps) {
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
      finish(satisfied == steps.size() ? TaskState.COMPLETE : TaskState.ERROR, commands);
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
    if (slot.state != expected || current != attempt) {
      throw new IllegalStateException(
          "%s does not follow: step '%s' is %s after %d attempts"
              .formatted(event, slot.plan.name(), slot.state.coreName(), slot.attempts));
    }
    return slot;
  }
}
