package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.retries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.engine.TaskCommand.FinishTask;
import io.tasker.engine.TaskCommand.RunStep;
import io.tasker.engine.TaskCommand.ScheduleRetry;
import io.tasker.engine.TaskCommand.StopStep;
import io.tasker.engine.TaskEvent.Cancelled;
import io.tasker.engine.TaskEvent.RetryDue;
import io.tasker.engine.TaskEvent.Started;
import io.tasker.engine.TaskEvent.StepFailed;
import io.tasker.engine.TaskEvent.StepStarted;
import io.tasker.engine.TaskEvent.StepSucceeded;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.RetryPolicy;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskMachineTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private static TaskMachine machine(RetryPolicy retry, String... steps) {
    return new TaskMachine(TaskPlan.of(Templates.flow(retry, steps)));
  }

  static StepFailed failed(int step, int attempt, boolean retryable) {
    return new StepFailed(step, attempt, retryable, null, 1);
  }

  static List<TaskCommand> run(TaskMachine machine, int step) {
    int attempt = machine.attempts(step) + 1;
    List<TaskCommand> commands = new ArrayList<>();
    commands.addAll(machine.apply(new StepStarted(step, attempt)));
    commands.addAll(machine.apply(new StepSucceeded(step, attempt)));
    return commands;
  }

  /** Found by {@link TaskMachineProperties}. */
  @Test
  void aStepOfAnotherDecision_doesNotStartForOneThatCameInsteadOfWhatItWaitsFor() {
    TaskMachine machine =
        new TaskMachine(
            TaskPlan.of(
                TaskTemplate.template("test", "flow", "1.0.0")
                    .step(Templates.step("slow").build())
                    .step(Templates.step("left").type(StepType.DECISION).build())
                    .step(Templates.step("right").type(StepType.DECISION).build())
                    .step(Templates.step("above <- left").build())
                    .step(Templates.step("below <- above slow right").build())
                    .build()));
    machine.apply(new Started());
    machine.apply(new StepStarted(2, 1));
    machine.apply(new TaskEvent.Decided(2, 1, List.of(4)));
    machine.apply(new StepStarted(1, 1));
    machine.apply(new TaskEvent.Decided(1, 1, List.of(3)));

    assertThat(run(machine, 3)).isEmpty();
    assertThat(run(machine, 0)).containsExactly(new RunStep(4, 1));
  }

  /** Found by {@link TaskMachineProperties}. */
  @Test
  void aStepOfTwoDecisions_waitsForWhatTheSecondBringsAbout() {
    TaskMachine machine =
        new TaskMachine(
            TaskPlan.of(
                TaskTemplate.template("test", "flow", "1.0.0")
                    .step(Templates.step("left").type(StepType.DECISION).build())
                    .step(Templates.step("right").type(StepType.DECISION).build())
                    .step(Templates.step("above <- left").build())
                    .step(Templates.step("below <- left above right").build())
                    .build()));
    machine.apply(new Started());
    machine.apply(new StepStarted(1, 1));
    machine.apply(new TaskEvent.Decided(1, 1, List.of(3)));
    machine.apply(new StepStarted(0, 1));

    assertThat(machine.apply(new TaskEvent.Decided(0, 1, List.of(2))))
        .contains(new RunStep(2, 1))
        .doesNotContain(new RunStep(3, 1));
    assertThat(run(machine, 2)).contains(new RunStep(3, 1));
  }

  @Test
  void aStepChosenFromFarBelow_doesWithoutWhatWasNotChosen() {
    TaskMachine machine =
        new TaskMachine(
            TaskPlan.of(
                TaskTemplate.template("test", "flow", "1.0.0")
                    .step(Templates.step("choose").type(StepType.DECISION).build())
                    .step(Templates.step("near <- choose").build())
                    .step(Templates.step("far <- near choose").build())
                    .build()));
    machine.apply(new Started());
    machine.apply(new StepStarted(0, 1));

    assertThat(machine.apply(new TaskEvent.Decided(0, 1, List.of(2))))
        .containsExactly(new TaskCommand.CreateStep(2), new RunStep(2, 1));
    assertThat(run(machine, 2)).containsExactly(new FinishTask(TaskState.COMPLETE));
    assertThat(machine.exists(1)).isFalse();
  }

  @Test
  void aNewTask_isPending() {
    TaskMachine machine = machine(ONCE, "a", "b <- a");

    assertThat(machine.state()).isEqualTo(TaskState.PENDING);
    assertThat(machine.stepState(A)).isEqualTo(StepState.PENDING);
    assertThat(machine.attempts(A)).isZero();
  }

  @Test
  void started_runsTheStepsWithoutDependencies_inTheOrderOfTheTemplate() {
    TaskMachine machine = machine(ONCE, "a", "b", "c <- a b");

    assertThat(machine.apply(new Started())).containsExactly(new RunStep(A, 1), new RunStep(B, 1));
    assertThat(machine.state()).isEqualTo(TaskState.STEPS_IN_PROCESS);
    assertThat(machine.stepState(A)).isEqualTo(StepState.ENQUEUED);
    assertThat(machine.stepState(C)).isEqualTo(StepState.PENDING);
  }

  @Test
  void aTaskWithoutSteps_isCompleteAtOnce() {
    TaskMachine machine = machine(ONCE);

    assertThat(machine.apply(new Started())).containsExactly(new FinishTask(TaskState.COMPLETE));
  }

  @Test
  void stepStarted_countsTheAttempt() {
    TaskMachine machine = machine(ONCE, "a");
    machine.apply(new Started());

    assertThat(machine.apply(new StepStarted(A, 1))).isEmpty();
    assertThat(machine.stepState(A)).isEqualTo(StepState.IN_PROGRESS);
    assertThat(machine.attempts(A)).isEqualTo(1);
  }

  @Test
  void stepSucceeded_runsWhatWaitedForItAlone() {
    TaskMachine machine = machine(ONCE, "a", "b <- a", "c <- a b");
    machine.apply(new Started());

    assertThat(run(machine, A)).containsExactly(new RunStep(B, 1));
    assertThat(machine.stepState(A)).isEqualTo(StepState.COMPLETE);
    assertThat(run(machine, B)).containsExactly(new RunStep(C, 1));
    assertThat(run(machine, C)).containsExactly(new FinishTask(TaskState.COMPLETE));
    assertThat(machine.state()).isEqualTo(TaskState.COMPLETE);
  }

  @Test
  void aRetryableFailure_waitsAndRunsAgain_untilMaxAttempts() {
    TaskMachine machine = machine(retries(2, BackoffStrategy.LINEAR, 100, 1000), "a");
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));

    assertThat(machine.apply(failed(A, 1, true)))
        .containsExactly(new ScheduleRetry(A, 2, Duration.ofMillis(100)));
    assertThat(machine.state()).isEqualTo(TaskState.WAITING_FOR_RETRY);
    assertThat(machine.stepState(A)).isEqualTo(StepState.WAITING_FOR_RETRY);

    assertThat(machine.apply(new RetryDue(A, 2))).containsExactly(new RunStep(A, 2));
    assertThat(machine.state()).isEqualTo(TaskState.STEPS_IN_PROCESS);
    machine.apply(new StepStarted(A, 2));

    assertThat(machine.apply(failed(A, 2, true))).containsExactly(new FinishTask(TaskState.ERROR));
    assertThat(machine.stepState(A)).isEqualTo(StepState.ERROR);
    assertThat(machine.attempts(A)).isEqualTo(2);
  }

  @Test
  void aPermanentFailure_isNeverRetried() {
    TaskMachine machine = machine(RetryPolicy.DEFAULT, "a");
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));

    assertThat(machine.apply(failed(A, 1, false))).containsExactly(new FinishTask(TaskState.ERROR));
  }

  @Test
  void aStepThatIsNotRetryable_runsOnce() {
    RetryPolicy never =
        new RetryPolicy(false, 5, BackoffStrategy.NONE, Duration.ZERO, Duration.ZERO);
    TaskMachine machine = machine(never, "a");

    assertThat(machine.apply(new Started())).containsExactly(new RunStep(A, 1));
    machine.apply(new StepStarted(A, 1));
    assertThat(machine.apply(failed(A, 1, true))).containsExactly(new FinishTask(TaskState.ERROR));
  }

  @Test
  void aFailure_stopsWhatIsBelowIt_andNothingElse() {
    TaskMachine machine = machine(ONCE, "a", "b", "c <- a", "d <- b");
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));

    assertThat(machine.apply(failed(A, 1, false))).isEmpty();
    assertThat(machine.state()).isEqualTo(TaskState.STEPS_IN_PROCESS);
    assertThat(run(machine, B)).containsExactly(new RunStep(3, 1));
    assertThat(run(machine, 3)).containsExactly(new FinishTask(TaskState.ERROR));
    assertThat(machine.stepState(C)).isEqualTo(StepState.PENDING);
    assertThat(machine.stepState(3)).isEqualTo(StepState.COMPLETE);
  }

  @Test
  void cancelled_stopsWhatRunsOrWillRun_andKeepsWhatIsComplete() {
    TaskMachine machine = machine(ONCE, "a", "b", "c", "d <- c");
    machine.apply(new Started());
    run(machine, A);
    machine.apply(new StepStarted(B, 1));

    assertThat(machine.apply(new Cancelled("test")))
        .as("the waiting step before the running one")
        .containsExactly(new StopStep(C), new StopStep(B), new FinishTask(TaskState.CANCELLED));
    assertThat(machine.stepState(A)).isEqualTo(StepState.COMPLETE);
    assertThat(machine.stepState(B)).isEqualTo(StepState.CANCELLED);
    assertThat(machine.stepState(3)).isEqualTo(StepState.CANCELLED);
  }

  @Test
  void cancelled_endsATaskThatWaitsForARetry() {
    TaskMachine machine = machine(RetryPolicy.DEFAULT, "a");
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));
    machine.apply(failed(A, 1, true));

    assertThat(machine.apply(new Cancelled("test")))
        .containsExactly(new FinishTask(TaskState.CANCELLED));
    assertThat(machine.apply(new RetryDue(A, 2))).isEmpty();
  }

  @Test
  void cancelled_endsATaskThatHasNotStarted() {
    TaskMachine machine = machine(ONCE, "a");

    assertThat(machine.apply(new Cancelled("test")))
        .containsExactly(new FinishTask(TaskState.CANCELLED));
  }

  @Test
  void anEndedTask_ignoresEvents() {
    TaskMachine machine = machine(ONCE, "a");
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));
    machine.apply(new Cancelled("test"));

    assertThat(machine.apply(new StepSucceeded(A, 1))).isEmpty();
    assertThat(machine.apply(new Cancelled("again"))).isEmpty();
    assertThat(machine.stepState(A)).isEqualTo(StepState.CANCELLED);
  }

  @Test
  void eventsOutOfOrder_areRefused() {
    TaskMachine machine = machine(ONCE, "a", "b <- a");
    machine.apply(new Started());

    assertThatIllegalStateException().isThrownBy(() -> machine.apply(new Started()));
    assertThatIllegalStateException()
        .isThrownBy(() -> machine.apply(new StepSucceeded(A, 1)))
        .withMessageContaining("step 'a' is enqueued after 0 attempts");
    assertThatIllegalStateException().isThrownBy(() -> machine.apply(new StepStarted(B, 1)));
    assertThatIllegalStateException().isThrownBy(() -> machine.apply(new StepStarted(A, 2)));
    assertThatIllegalStateException().isThrownBy(() -> machine.apply(new RetryDue(A, 1)));
    assertThat(machine.stepState(A)).isEqualTo(StepState.ENQUEUED);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 1, , 1.0, 0",
    "NONE, 9, , 1.0, 0",
    "LINEAR, 1, , 1.0, 100",
    "LINEAR, 3, , 1.0, 300",
    "EXPONENTIAL, 1, , 1.0, 100",
    "EXPONENTIAL, 4, , 1.0, 800",
    "EXPONENTIAL, 99, , 1.0, 5000",
    "FIBONACCI, 1, , 1.0, 100",
    "FIBONACCI, 2, , 1.0, 100",
    "FIBONACCI, 5, , 1.0, 500",
    "FIBONACCI, 99, , 1.0, 5000",
    "LINEAR, 2, , 0.9, 180",
    "LINEAR, 2, , 1.1, 220",
    "EXPONENTIAL, 99, , 1.1, 5000",
    "EXPONENTIAL, 1, 7000, 1.1, 7000",
    "NONE, 1, 900000, 1.0, 300000",
  })
  void theWait_followsThePolicy_unlessTheHandlerAsksForOne(
      BackoffStrategy backoff, int attempt, @Nullable Long requested, double jitter, long millis) {
    RetryPolicy policy = retries(100, backoff, 100, 5000);

    assertThat(
            RetryDelay.after(
                policy, attempt, requested == null ? null : Duration.ofMillis(requested), jitter))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void aPlan_knowsDirectAndIndirectDependencies() {
    TaskPlan plan = TaskPlan.of(Templates.flow(ONCE, "c <- b", "b <- a", "a"));

    assertThat(plan.steps().get(0).dependencies()).containsExactly(1);
    assertThat(plan.ancestry().above(plan.steps().get(0)).stream()).containsExactly(1, 2);
    assertThat(plan.steps().get(2).dependents()).containsExactly(1);
    assertThat(plan.step("b")).map(StepPlan::index).contains(1);
  }

  @Test
  void aPlan_refusesWhatCanNeverRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskPlan.of(Templates.flow(ONCE, "a <- b", "b <- a")))
        .withMessageContaining("test/flow@1.0.0: steps wait for each other in a circle: a, b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskPlan.of(Templates.flow(ONCE, "a <- x")))
        .withMessageContaining("step 'a' depends on what is not a step: x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskPlan.of(Templates.flow(ONCE, "a", "a")))
        .withMessageContaining("steps share the name a");
  }
}
