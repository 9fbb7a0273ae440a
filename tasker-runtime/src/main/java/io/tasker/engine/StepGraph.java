package io.tasker.engine;

import io.tasker.StepState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The steps of a state machine, and how the end of one reaches those that wait for it: it starts
 * them, or brings them about if it is a decision or a plan of batches.
 */
final class StepGraph {
  private final TaskPlan plan;
  private final List<StepSlot> steps;
  // By worker step; most tasks have none.
  private Map<Integer, BatchGroup> batches = Map.of();
  private int existing;
  private int satisfied;
  private int started;

  StepGraph(TaskPlan plan) {
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

  int size() {
    return steps.size();
  }

  StepSlot get(int step) {
    return steps.get(step);
  }

  boolean isComplete() {
    return satisfied == existing;
  }

  /** Returns how many steps were started since the last call. */
  int takeStarted() {
    int result = started;
    started = 0;
    return result;
  }

  /** Starts the steps that wait for nothing. */
  void start(Consumer<? super TaskCommand> commands) {
    for (StepSlot step : steps) {
      if (step.missing == 0 && step.exists) {
        enqueue(step, commands);
      }
    }
  }

  void enqueue(StepSlot step, Consumer<? super TaskCommand> commands) {
    step.state = StepState.ENQUEUED;
    started++;
    commands.accept(new TaskCommand.RunStep(step.plan.index(), step.attempts + 1));
  }

  /** Takes note that a step has a result. */
  void complete(StepSlot step, TaskEvent.Success outcome, Consumer<? super TaskCommand> commands) {
    if (outcome instanceof TaskEvent.Decided decided) {
      decide(decided, commands);
    } else if (outcome instanceof TaskEvent.BatchesPlanned planned) {
      plan(planned, commands);
    } else {
      release(step, commands);
    }
  }

  /** Takes note that a step has failed for good. */
  void failed(StepSlot step, Consumer<? super TaskCommand> commands) {
    if (step.plan.isBatch()) {
      BatchGroup group = group(step);
      group.failed();
      batchEnded(step, group, commands);
    }
  }

  /** Lets a step that has failed for good run again; a batch when it is its turn. */
  void reset(StepSlot step, Consumer<? super TaskCommand> commands) {
    if (step.plan.isBatch()) {
      step.state = StepState.PENDING;
      BatchGroup group = group(step);
      group.reset(step.plan.index());
      startBatches(group, commands);
    } else {
      enqueue(step, commands);
    }
  }

  /** Takes back that a step has failed for good, because it counts as complete from now on. */
  void settledByHand(StepSlot step) {
    if (step.plan.isBatch()) {
      group(step).settledByHand();
    }
  }

  /** Takes note that a step counts as complete: what waits for it comes nearer. */
  void release(StepSlot step, Consumer<? super TaskCommand> commands) {
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
      StepSlot below = steps.get(index);
      if (below.waitsFor(step)) {
        arrive(below, commands);
      }
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
    List<Integer> created = create(decided.routes(), commands);
    for (int route : created) {
      if (decided.routes().contains(route)) {
        doWithoutAbsent(steps.get(route));
      }
    }
    // After the creation, so that a step of another decision waits for what has come above it.
    release(steps.get(decided.step()), commands);
    begin(created, commands);
  }

  // A step chosen from far below waits for those of its dependencies that are there.
  private void doWithoutAbsent(StepSlot step) {
    for (int above : step.plan.dependencies()) {
      if (isAbsent(above)) {
        step.doWithout(above);
      }
    }
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
      for (int below : plan.dependents(index)) {
        steps.get(below).waitAgainFor(index);
      }
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

  /**
   * Starts the convergences that can run. One waits for those of its dependencies that exist, and
   * for the decisions and plans above it, which may bring about the others.
   */
  void converge(Consumer<? super TaskCommand> commands) {
    for (int index : plan.creation().deferred()) {
      StepSlot step = steps.get(index);
      if (step.exists
          && step.state == StepState.PENDING
          && step.plan.dependencies().stream().noneMatch(this::blocks)
          && Arrays.stream(plan.creation().expandingAbove(index)).noneMatch(this::blocks)) {
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
}
