package io.tasker.engine;

import static io.tasker.engine.TaskMachineTest.failed;
import static io.tasker.engine.TaskMachineTest.run;
import static io.tasker.engine.Templates.ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tasker.TaskState;
import io.tasker.engine.TaskCommand.RunStep;
import io.tasker.engine.TaskEvent.Started;
import io.tasker.engine.TaskEvent.StepStarted;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When batches exist, start and are done. */
class TaskMachineBatchesTest {
  private static final int A = 0;
  private static final int C = 2;

  @Test
  void aConvergenceOfBatches_comesWithTheBatches_notWithTheirPlan() {
    TaskMachine machine =
        new TaskMachine(
            TaskPlan.of(
                TaskTemplate.template("test", "flow", "1.0.0")
                    .step(Templates.step("choose").type(StepType.DECISION).build())
                    .step(Templates.step("plan <- choose").type(StepType.BATCHABLE).build())
                    .step(Templates.step("work <- plan").type(StepType.BATCH_WORKER).build())
                    .step(
                        Templates.step("total <- work").type(StepType.DEFERRED_CONVERGENCE).build())
                    .build()));
    machine.apply(new Started());
    machine.apply(new StepStarted(0, 1));

    assertThat(machine.apply(new TaskEvent.Decided(0, 1, List.of(1))))
        .containsExactly(new TaskCommand.CreateStep(1), new RunStep(1, 1));
    machine.apply(new StepStarted(1, 1));
    assertThat(machine.apply(new TaskEvent.BatchesPlanned(1, 1, List.of("001"), 1)))
        .containsExactly(
            new TaskCommand.CreateStep(4), new TaskCommand.CreateStep(3), new RunStep(4, 1));
    assertThat(run(machine, 4)).containsExactly(new RunStep(3, 1));
  }

  @Test
  void batchesThatAreReset_waitTheirTurn() {
    TaskMachine machine =
        new TaskMachine(
            TaskPlan.of(
                TaskTemplate.template("test", "flow", "1.0.0")
                    .step(Templates.step("a").type(StepType.BATCHABLE).build())
                    .step(Templates.step("b <- a").type(StepType.BATCH_WORKER).retry(ONCE).build())
                    .build()));
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));
    machine.apply(new TaskEvent.BatchesPlanned(A, 1, List.of("1", "2", "3", "4", "5", "6"), 2));
    for (int batch = 2; batch < 4; batch++) {
      machine.apply(new StepStarted(batch, 1));
      machine.apply(failed(batch, 1, false));
    }

    assertThat(machine.apply(new TaskEvent.StepReset(2, "again"))).isEmpty();
    assertThat(machine.apply(new TaskEvent.StepReset(3, "again"))).isEmpty();
    assertThat(run(machine, 4)).containsExactly(new RunStep(2, 1));
    assertThat(run(machine, 5)).containsExactly(new RunStep(3, 1));
    assertThat(run(machine, 2)).containsExactly(new RunStep(6, 1));
  }

  private static TaskMachine batches(FailureStrategy strategy, String... batches) {
    TaskMachine machine =
        new TaskMachine(
            TaskPlan.of(
                TaskTemplate.template("test", "flow", "1.0.0")
                    .step(Templates.step("a").type(StepType.BATCHABLE).build())
                    .step(
                        Templates.step("b <- a")
                            .type(StepType.BATCH_WORKER)
                            .retry(ONCE)
                            .batch(new BatchConfiguration(1, 1, "id", "b", strategy))
                            .build())
                    .step(Templates.step("c <- b").build())
                    .build()));
    machine.apply(new Started());
    machine.apply(new StepStarted(A, 1));
    machine.apply(new TaskEvent.BatchesPlanned(A, 1, List.of(batches), 1));
    machine.apply(new StepStarted(3, 1));
    machine.apply(failed(3, 1, false));
    return machine;
  }

  @Test
  void aFailFastBatchThatIsReset_letsTheOthersStartAgain() {
    TaskMachine machine = batches(FailureStrategy.FAIL_FAST, "1", "2");
    assertThat(machine.state()).isEqualTo(TaskState.ERROR);

    assertThat(machine.apply(new TaskEvent.StepReset(3, "again")))
        .containsExactly(new RunStep(3, 1));
    assertThat(run(machine, 3)).containsExactly(new RunStep(4, 1));
    assertThat(run(machine, 4)).contains(new RunStep(C, 1));
  }

  @Test
  void anIsolatedBatchThatIsReset_isWaitedForAgain() {
    TaskMachine machine = batches(FailureStrategy.ISOLATE, "1", "2");
    machine.apply(new TaskEvent.StepReset(3, "again"));

    assertThat(run(machine, 4)).containsExactly(new RunStep(3, 1));
    assertThat(run(machine, 3)).contains(new RunStep(C, 1));
  }

  @Test
  void aBatchThatYielded_hasNoOutcomeBeforeItGoesOn() {
    TaskMachine machine = batches(FailureStrategy.ISOLATE, "1", "2");
    machine.apply(new StepStarted(4, 1));
    assertThat(machine.apply(new TaskEvent.CheckpointYielded(4, 1, 1, 1)))
        .containsExactly(new RunStep(4, 1));

    assertThatIllegalStateException()
        .isThrownBy(() -> machine.apply(new TaskEvent.StepSucceeded(4, 1)));
    machine.apply(new StepStarted(4, 1));
    assertThat(machine.apply(new TaskEvent.StepSucceeded(4, 1))).contains(new RunStep(C, 1));
  }

  @Test
  void twoAnalyzers_cannotShareAWorker() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TaskPlan.of(
                    TaskTemplate.template("test", "flow", "1.0.0")
                        .step(Templates.step("a").type(StepType.BATCHABLE).build())
                        .step(Templates.step("b").type(StepType.BATCHABLE).build())
                        .step(Templates.step("work <- a b").type(StepType.BATCH_WORKER).build())
                        .build()))
        .withMessageContaining("no batch worker of its own has b");
  }
}
