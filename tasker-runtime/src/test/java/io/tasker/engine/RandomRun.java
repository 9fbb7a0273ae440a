package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.StepType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Drives one machine through outcomes in random order, and checks at each event what must hold
 * then.
 */
final class RandomRun {
  private final Random random;
  private final TaskPlan plan;
  final TaskMachine machine;
  final List<TaskEvent> log = new ArrayList<>();
  private final List<TaskEvent> possible = new ArrayList<>();
  private final Map<Integer, Integer> completions = new HashMap<>();
  // By worker step.
  private final Map<Integer, Integer> parallelism = new HashMap<>();
  // The worker steps whose batches have all ended as their strategy asks for, be it for a while.
  private final Set<Integer> done = new HashSet<>();
  private final Set<Integer> started = new HashSet<>();
  private int operations;
  int reopenings;
  int ends;

  RandomRun(TaskPlan plan, long seed) {
    this.random = new Random(seed);
    this.plan = plan;
    this.machine = new TaskMachine(plan);
  }

  /** Runs until the task has ended and nobody makes it go on. */
  RandomRun toTheEnd() {
    apply(new TaskEvent.Started());
    do {
      while (!machine.state().isFinal()) {
        assertThat(possible).as("an unfinished task has something to wait for").isNotEmpty();
        if (random.nextInt(80) == 0) {
          apply(new TaskEvent.Cancelled("chance"));
        } else if (random.nextInt(15) != 0 || !isOperated()) {
          apply(possible.remove(random.nextInt(possible.size())));
        }
      }
    } while (isReopened());
    return this;
  }

  private boolean isReopened() {
    if (machine.state() != TaskState.ERROR || random.nextInt(4) == 0) {
      return false;
    }
    // What waited when the task ended is over.
    possible.clear();
    boolean isReopened = isOperated();
    reopenings += isReopened ? 1 : 0;
    return isReopened;
  }

  /** Lets an operator act on some step, if there is one to act on. */
  private boolean isOperated() {
    if (operations == 20) {
      return false;
    }
    operations++;
    List<TaskEvent.Operation> actions = new ArrayList<>();
    for (int step = 0; step < machine.stepCount(); step++) {
      int attempt = machine.attempts(step);
      actions.add(new TaskEvent.StepReset(step, "again"));
      actions.add(new TaskEvent.StepResolved(step, "enough"));
      actions.add(new TaskEvent.StepCompleted(success(step, attempt), "by hand"));
    }
    actions.removeIf(action -> machine.objection(action).isPresent());
    if (actions.isEmpty()) {
      return false;
    }
    apply(actions.get(random.nextInt(actions.size())));
    return true;
  }

  private void apply(TaskEvent event) {
    log.add(event);
    planned(event);
    if (event instanceof TaskEvent.StepCompleted completed) {
      planned(completed.outcome());
    }
    List<TaskCommand> commands = machine.apply(event);
    if (event instanceof TaskEvent.StepStarted started) {
      possible.add(outcome(started.step(), started.attempt()));
    } else if (event instanceof TaskEvent.Success success) {
      completed(success.step());
    } else if (event instanceof TaskEvent.StepCompleted completed) {
      completed(completed.step());
    } else if (event instanceof TaskEvent.StepReset reset) {
      assertThat(machine.attempts(reset.step())).isZero();
    }
    parallelism.keySet().stream().filter(this::isDone).forEach(done::add);
    commands.forEach(this::follow);
  }

  private boolean isDone(int worker) {
    boolean isIsolated =
        BatchSettings.of(machine.step(worker).definition()).failureStrategy()
            == FailureStrategy.ISOLATE;
    return batches(worker)
        .mapToObj(machine::stepState)
        .allMatch(
            state -> state.satisfiesDependencies() || (isIsolated && state == StepState.ERROR));
  }

  private IntStream batches(int worker) {
    return IntStream.range(plan.steps().size(), machine.stepCount())
        .filter(batch -> machine.step(batch).template() == worker);
  }

  private void planned(TaskEvent event) {
    if (event instanceof TaskEvent.BatchesPlanned batches) {
      parallelism.put(plan.creation().worker(batches.step()), batches.parallelism());
    }
  }

  private void completed(int step) {
    assertThat(completions.merge(step, 1, Integer::sum))
        .as("completions of '%s'", machine.step(step).name())
        .isEqualTo(1);
  }

  private void follow(TaskCommand command) {
    if (command instanceof TaskCommand.RunStep run) {
      assertReady(machine.step(run.step()));
      possible.add(new TaskEvent.StepStarted(run.step(), run.attempt()));
    } else if (command instanceof TaskCommand.ScheduleRetry retry) {
      possible.add(new TaskEvent.RetryDue(retry.step(), retry.attempt()));
    } else if (command instanceof TaskCommand.StopStep stop) {
      possible.removeIf(event -> step(event) == stop.step());
    } else if (command instanceof TaskCommand.FinishTask) {
      ends++;
    }
  }

  private static int step(TaskEvent event) {
    if (event instanceof TaskEvent.StepStarted started) {
      return started.step();
    }
    if (event instanceof TaskEvent.RetryDue due) {
      return due.step();
    }
    if (event instanceof TaskEvent.StepFailed failed) {
      return failed.step();
    }
    return event instanceof TaskEvent.Success success ? success.step() : -1;
  }

  // A step waits for all it depends on. Where a decision brings it about, and in a convergence,
  // that is what exists of it, once nothing above may bring about more; and a worker stands for its
  // batches.
  private void assertReady(StepPlan step) {
    assertThat(machine.exists(step.index())).isTrue();
    assertThat(machine.attempts(step.index()))
        .as("attempts of '%s'", step.name())
        .isLessThanOrEqualTo(step.definition().retry().maxAttempts());
    if (step.isBatch()) {
      assertThat(running(step.template()))
          .as("batches like '%s' at once", step.name())
          .isLessThanOrEqualTo(parallelism.get(step.template()));
    }
    // What comes into being above a step that has run is too late for it.
    if (started.add(step.index())) {
      assertDependenciesDone(step);
    }
  }

  private void assertDependenciesDone(StepPlan step) {
    for (int above : step.dependencies()) {
      if (machine.exists(above)) {
        assertThat(machine.stepState(above).satisfiesDependencies())
            .as("'%s' runs, and needs '%s'", step.name(), machine.step(above).name())
            .isTrue();
      } else if (plan.creation().isWorker(above)) {
        assertBatchesDone(step, above);
      } else {
        assertThat(plan.creation().isInitial(step.index()) && !isConvergence(step))
            .as("'%s' runs without '%s'", step.name(), machine.step(above).name())
            .isFalse();
      }
    }
    if (isConvergence(step)) {
      assertNothingMayCome(step);
    }
  }

  private static boolean isConvergence(StepPlan step) {
    return step.definition().type() == StepType.DEFERRED_CONVERGENCE;
  }

  private void assertBatchesDone(StepPlan step, int worker) {
    int analyzer = plan.creation().analyzer(worker);
    boolean isPlanned = parallelism.containsKey(worker);
    assertThat(isPlanned ? done.contains(worker) : isConvergence(step) || isSettled(analyzer))
        .as("'%s' runs, and needs the batches of '%s'", step.name(), machine.step(worker).name())
        .isTrue();
  }

  private void assertNothingMayCome(StepPlan convergence) {
    plan.ancestry().above(convergence).stream()
        .filter(plan.creation()::isExpanding)
        .filter(machine::exists)
        .forEach(
            above ->
                assertThat(isSettled(above))
                    .as("'%s' runs before '%s'", convergence.name(), machine.step(above).name())
                    .isTrue());
  }

  private boolean isSettled(int step) {
    return machine.stepState(step).satisfiesDependencies();
  }

  private long running(int worker) {
    return batches(worker)
        .mapToObj(machine::stepState)
        .filter(state -> !state.isFinal() && state != StepState.PENDING)
        .count();
  }

  private TaskEvent outcome(int step, int attempt) {
    int chance = random.nextInt(10);
    if (chance < 3) {
      return new TaskEvent.StepFailed(
          step, attempt, random.nextBoolean(), null, random.nextDouble() * 2);
    }
    boolean isBatch = machine.step(step).isBatch();
    return isBatch && chance < 5
        ? new TaskEvent.CheckpointYielded(step, attempt, log.size(), 1)
        : success(step, attempt);
  }

  private TaskEvent.Success success(int step, int attempt) {
    StepPlan done = machine.step(step);
    StepType type = done.definition().type();
    if (type == StepType.DECISION) {
      return new TaskEvent.Decided(step, attempt, routes(step));
    }
    if (type == StepType.BATCHABLE) {
      List<String> ids = new ArrayList<>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        ids.add("%03d".formatted(ids.size() + 1));
      }
      return new TaskEvent.BatchesPlanned(step, attempt, ids, 1 + random.nextInt(2));
    }
    return new TaskEvent.StepSucceeded(step, attempt);
  }

  private List<Integer> routes(int decision) {
    return plan.steps().stream()
        .filter(below -> plan.ancestry().isAbove(decision, below))
        .filter(below -> below.definition().type() != StepType.BATCH_WORKER)
        .map(StepPlan::index)
        .filter(below -> random.nextInt(3) == 0)
        .toList();
  }

  /** Returns everything that can be seen of a machine. */
  static String describe(TaskMachine machine) {
    StringBuilder text = new StringBuilder(machine.state().coreName());
    for (int i = 0; i < machine.stepCount(); i++) {
      text.append(' ')
          .append(machine.step(i).name())
          .append(machine.exists(i) ? ':' : '?')
          .append(machine.stepState(i))
          .append(machine.attempts(i));
    }
    return text.toString();
  }
}
