package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.template.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private final TaskPlan plan;
  private final List<StepSlot> steps;
  private TaskState state = TaskState.PENDING;
  // Steps that are enqueued or in progress, that wait for a retry, and that satisfy dependencies.
  private int active;
  private int waiting;
  private int satisfied;
  private int existing;
  // By worker step; most tasks have none.
  private Map<Integer, BatchGroup> batches = Map.of();

  /**
   * Creates the machine of a task that has not started.
   *
   * @param plan the steps
   */
  public TaskMachine(TaskPlan plan) {
    this.plan = plan;
    this.steps = new ArrayList<>(plan.steps().size());
    StepCreation creation = plan.creation();
    for (StepPlan step : plan.steps()) {
      boolean exists = creation.isInitial(step.index());
      // What does not exist lacks its creation; a convergence is looked at as a whole instead.
      boolean isHeld = !exists || creation.isDeferred(step.index());
      steps.add(new StepSlot(step, exists, step.dependencies().size() + (isHeld ? 1 : 0)));
      existing += exists ? 1 : 0;
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
    if (state.isFinal()) {
      return;
    }
    if (event instanceof TaskEvent.StepSucceeded succeeded) {
      succeed(slot(succeeded.step(), succeeded.attempt(), StepState.IN_PROGRESS, event));
      release(steps.get(succeeded.step()), commands);
    } else if (event instanceof TaskEvent.StepStarted started) {
      start(started);
    } else if (event instanceof TaskEvent.StepFailed failed) {
      fail(slot(failed.step(), failed.attempt(), StepState.IN_PROGRESS, event), failed, commands);
    } else if (event instanceof TaskEvent.RetryDue due) {
      StepSlot step = slot(due.step(), due.attempt(), StepState.WAITING_FOR_RETRY, event);
      waiting--;
      enqueue(step, commands);
    } else if (event instanceof TaskEvent.Started) {
      startTask(commands);
    } else if (event instanceof TaskEvent.Decided decided) {
      succeed(slot(decided.step(), decided.attempt(), StepState.IN_PROGRESS, event));
      decide(decided, commands);
    } else if (event instanceof TaskEvent.BatchesPlanned planned) {
      succeed(slot(planned.step(), planned.attempt(), StepState.IN_PROGRESS, event));
      plan(planned, commands);
    } else if (event instanceof TaskEvent.CheckpointYielded yielded) {
      resume(slot(yielded.step(), yielded.attempt(), StepState.IN_PROGRESS, event), commands);
    } else if (event instanceof TaskEvent.Cancelled) {
      cancel(commands);
    }
    converge(commands);
    settle(commands);
  }

  private void startTask(Consumer<? super TaskCommand> commands) {
    if (state != TaskState.PENDING) {
      throw new IllegalStateException("A task starts once; this one is " + state.coreName());
    }
    for (StepSlot step : steps) {
      if (step.missing == 0 && step.exists) {
        enqueue(step, commands);
      }
    }
  }

  private void enqueue(StepSlot step, Consumer<? super TaskCommand> commands) {
    step.state = StepState.ENQUEUED;
    active++;
    commands.accept(new TaskCommand.RunStep(step.plan.index(), step.attempts + 1));
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

  private void succeed(StepSlot step) {
    step.state = StepState.COMPLETE;
    active--;
  }

  // The step is complete: what waits for it comes nearer.
  private void release(StepSlot step, Consumer<? super TaskCommand> commands) {
    satisfied++;
    if (!step.plan.isBatch()) {
      release(step.plan.index(), commands);
      return;
    }
    BatchGroup group = group(step);
    group.succeeded();
    batchEnded(step, group, commands);
  }

  private void release(int step, Consumer<? super TaskCommand> commands) {
    for (int index : plan.dependents(step)) {
      arrive(steps.get(index), commands);
    }
  }

  private void arrive(StepSlot step, Consumer<? super TaskCommand> commands) {
    if (--step.missing == 0 && step.state == StepState.PENDING) {
      if (step.exists) {
        enqueue(step, commands);
      } else {
        startBatches(batches.get(step.plan.index()), commands);
      }
    }
  }

  private void decide(TaskEvent.Decided decided, Consumer<? super TaskCommand> commands) {
    release(steps.get(decided.step()), commands);
    List<Integer> created = create(decided.routes(), commands);
    for (int route : created) {
      // A step chosen from far below waits for those of its dependencies that are there.
      StepSlot step = steps.get(route);
      if (decided.routes().contains(route)) {
        step.missing -= (int) step.plan.dependencies().stream().filter(this::isAbsent).count();
      }
    }
    begin(created, commands);
  }

  private boolean isAbsent(int step) {
    return !steps.get(step).exists && !plan.creation().isWorker(step);
  }

  private void plan(TaskEvent.BatchesPlanned planned, Consumer<? super TaskCommand> commands) {
    StepSlot worker = steps.get(plan.creation().worker(planned.step()));
    int first = steps.size();
    for (String batchId : planned.batchIds()) {
      steps.add(new StepSlot(worker.plan.batch(steps.size(), batchId), true, 0));
      existing++;
      commands.accept(new TaskCommand.CreateStep(steps.size() - 1));
    }
    BatchGroup group =
        new BatchGroup(
            first,
            planned.batchIds().size(),
            planned.parallelism(),
            BatchSettings.of(worker.plan.definition()).failureStrategy());
    batches = new HashMap<>(batches);
    batches.put(worker.plan.index(), group);
    List<Integer> created = create(List.of(worker.plan.index()), commands);
    release(steps.get(planned.step()), commands);
    arrive(worker, commands);
    begin(created, commands);
  }

  private List<Integer> create(List<Integer> seeds, Consumer<? super TaskCommand> commands) {
    List<Integer> created = plan.creation().created(seeds, index -> steps.get(index).exists);
    for (int index : created) {
      steps.get(index).exists = true;
      existing++;
      commands.accept(new TaskCommand.CreateStep(index));
    }
    return created;
  }

  private void begin(List<Integer> created, Consumer<? super TaskCommand> commands) {
    for (int index : created) {
      if (!plan.creation().isDeferred(index)) {
        arrive(steps.get(index), commands);
      }
    }
  }

  private void startBatches(BatchGroup group, Consumer<? super TaskCommand> commands) {
    for (int next = group.next(); next >= 0; next = group.next()) {
      enqueue(steps.get(next), commands);
    }
  }

  private void batchEnded(
      StepSlot batch, BatchGroup group, Consumer<? super TaskCommand> commands) {
    startBatches(group, commands);
    if (group.settles()) {
      release(batch.plan.template(), commands);
    }
  }

  private BatchGroup group(StepSlot batch) {
    return Objects.requireNonNull(batches.get(batch.plan.template()));
  }

  // A convergence waits for those of its dependencies that exist, and for the decisions and plans
  // above it, which may bring about the others.
  private void converge(Consumer<? super TaskCommand> commands) {
    for (int index : plan.creation().deferred()) {
      StepSlot step = steps.get(index);
      if (step.exists
          && step.state == StepState.PENDING
          && step.plan.dependencies().stream().noneMatch(this::blocks)
          && step.plan.ancestors().stream()
              .noneMatch(above -> plan.creation().isExpanding(above) && blocks(above))) {
        enqueue(step, commands);
      }
    }
  }

  private boolean blocks(int above) {
    BatchGroup group = batches.get(above);
    if (group != null) {
      return !group.isSettled();
    }
    StepSlot step = steps.get(above);
    return step.exists && !step.state.satisfiesDependencies();
  }

  private void fail(
      StepSlot step, TaskEvent.StepFailed failure, Consumer<? super TaskCommand> commands) {
    active--;
    RetryPolicy policy = step.plan.definition().retry();
    if (!failure.retryable() || !policy.retryable() || step.attempts >= policy.maxAttempts()) {
      step.state = StepState.ERROR;
      if (step.plan.isBatch()) {
        BatchGroup group = group(step);
        group.failed();
        batchEnded(step, group, commands);
      }
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
      if (!step.state.isFinal() && step.exists) {
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
      finish(satisfied == existing ? TaskState.COMPLETE : TaskState.ERROR, commands);
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
