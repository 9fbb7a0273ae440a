package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.template.BackoffStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drives random workflows through random outcomes and checks what must hold for all of them. */
class TaskMachineRandomTest {

  /** A driver that reports outcomes in random order. */
  private static final class Run {
    private final Random random;
    private final TaskPlan plan;
    private final TaskMachine machine;
    private final List<TaskEvent> log = new ArrayList<>();
    private final List<TaskEvent> possible = new ArrayList<>();
    private final int[] completions;
    private int ends;

    Run(long seed) {
      this.random = new Random(seed);
      this.plan = TaskPlan.of(randomTemplate(random));
      this.machine = new TaskMachine(plan);
      this.completions = new int[plan.steps().size()];
    }

    private static io.tasker.template.TaskTemplate randomTemplate(Random random) {
      int count = random.nextInt(12);
      String[] steps = new String[count];
      for (int i = 0; i < count; i++) {
        StringBuilder step = new StringBuilder("s" + i);
        String arrow = " <- ";
        for (int above = 0; above < i; above++) {
          if (random.nextInt(4) == 0) {
            step.append(arrow).append("s").append(above);
            arrow = " ";
          }
        }
        steps[i] = step.toString();
      }
      return Templates.flow(
          Templates.retries(1 + random.nextInt(3), BackoffStrategy.FIBONACCI, 1, 10), steps);
    }

    Run toTheEnd() {
      apply(new TaskEvent.Started());
      while (!machine.state().isFinal()) {
        assertThat(possible).as("an unfinished task has something to wait for").isNotEmpty();
        if (random.nextInt(60) == 0) {
          apply(new TaskEvent.Cancelled("chance"));
        } else {
          apply(possible.remove(random.nextInt(possible.size())));
        }
      }
      return this;
    }

    private void apply(TaskEvent event) {
      log.add(event);
      List<TaskCommand> commands = machine.apply(event);
      if (event instanceof TaskEvent.StepStarted started) {
        possible.add(outcome(started.step(), started.attempt()));
      } else if (event instanceof TaskEvent.StepSucceeded succeeded) {
        completions[succeeded.step()]++;
      }
      commands.forEach(this::follow);
    }

    private void follow(TaskCommand command) {
      if (command instanceof TaskCommand.RunStep run) {
        assertThat(plan.steps().get(run.step()).dependencies())
            .allMatch(above -> machine.stepState(above) == StepState.COMPLETE);
        possible.add(new TaskEvent.StepStarted(run.step(), run.attempt()));
      } else if (command instanceof TaskCommand.ScheduleRetry retry) {
        possible.add(new TaskEvent.RetryDue(retry.step(), retry.attempt()));
      } else if (command instanceof TaskCommand.FinishTask) {
        ends++;
      }
    }

    private TaskEvent outcome(int step, int attempt) {
      return random.nextInt(4) == 0
          ? new TaskEvent.StepFailed(
              step, attempt, random.nextBoolean(), null, random.nextDouble() * 2)
          : new TaskEvent.StepSucceeded(step, attempt);
    }
  }

  @Test
  void randomWorkflows_alwaysEnd_andNeverBreakTheRules() {
    for (int seed = 0; seed < 500; seed++) {
      Run run = new Run(seed).toTheEnd();

      assertThat(run.ends).as("seed %d ends once", seed).isEqualTo(1);
      boolean allComplete = true;
      for (StepPlan step : run.plan.steps()) {
        boolean isComplete = run.machine.stepState(step.index()) == StepState.COMPLETE;
        allComplete &= isComplete;
        assertThat(run.completions[step.index()])
            .as("seed %d completes '%s' at most once", seed, step.name())
            .isEqualTo(isComplete ? 1 : 0);
        assertThat(run.machine.attempts(step.index()))
            .isLessThanOrEqualTo(step.definition().retry().maxAttempts());
      }
      if (run.machine.state() != TaskState.CANCELLED) {
        assertThat(run.machine.state())
            .as("seed %d", seed)
            .isEqualTo(allComplete ? TaskState.COMPLETE : TaskState.ERROR);
      }
    }
  }

  @Test
  void replayingTheEvents_givesTheSameStateAtEachPoint() {
    for (int seed = 0; seed < 500; seed++) {
      Run run = new Run(seed).toTheEnd();
      TaskMachine first = new TaskMachine(run.plan);
      TaskMachine second = new TaskMachine(run.plan);
      for (TaskEvent event : run.log) {
        assertThat(first.apply(event)).isEqualTo(second.apply(event));
        assertThat(describe(first)).isEqualTo(describe(second));
      }
      assertThat(describe(first)).isEqualTo(describe(run.machine));
    }
  }

  private static String describe(TaskMachine machine) {
    StringBuilder text = new StringBuilder(machine.state().coreName());
    for (int i = 0; i < machine.stepCount(); i++) {
      text.append(' ').append(machine.stepState(i)).append(machine.attempts(i));
    }
    return text.toString();
  }
}
