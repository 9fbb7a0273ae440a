package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.engine.RandomWorkflows.Shape;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all workflows, whatever happens to them and in whichever order. */
class TaskMachineProperties {

  @Provide
  Arbitrary<List<Shape>> workflows() {
    return RandomWorkflows.shapes();
  }

  private static RandomRun run(List<Shape> shapes, long seed) {
    return new RandomRun(TaskPlan.of(RandomWorkflows.template(shapes)), seed).toTheEnd();
  }

  @Property
  void theTaskEnds_completeIfAllItsStepsAre(
      @ForAll("workflows") List<Shape> shapes, @ForAll long seed) {
    RandomRun run = run(shapes, seed);

    assertThat(run.ends).isEqualTo(1 + run.reopenings);
    TaskState end = run.machine.state();
    boolean isDone = true;
    for (int i = 0; i < run.machine.stepCount(); i++) {
      StepState state = run.machine.stepState(i);
      isDone &= !run.machine.exists(i) || state.satisfiesDependencies();
      assertThat(state)
          .isNotIn(StepState.ENQUEUED, StepState.IN_PROGRESS, StepState.WAITING_FOR_RETRY);
    }
    if (end != TaskState.CANCELLED) {
      assertThat(end).isEqualTo(isDone ? TaskState.COMPLETE : TaskState.ERROR);
    }
  }

  @Property
  void aCrashAtAnyEvent_losesNothing(@ForAll("workflows") List<Shape> shapes, @ForAll long seed) {
    RandomRun run = run(shapes, seed);
    TaskMachine survivor = new TaskMachine(TaskPlan.of(RandomWorkflows.template(shapes)));
    for (int crash = 0; crash < run.log.size(); crash++) {
      TaskMachine replayed = new TaskMachine(TaskPlan.of(RandomWorkflows.template(shapes)));
      run.log.subList(0, crash).forEach(replayed::apply);
      assertThat(RandomRun.describe(replayed)).isEqualTo(RandomRun.describe(survivor));
      TaskEvent next = run.log.get(crash);
      assertThat(replayed.apply(next)).isEqualTo(survivor.apply(next));
    }
    assertThat(RandomRun.describe(survivor)).isEqualTo(RandomRun.describe(run.machine));
  }

  @Property
  void whateverComesAfterACancellation_changesNothing(
      @ForAll("workflows") List<Shape> shapes, @ForAll long seed) {
    RandomRun run = run(shapes, seed);
    TaskMachine machine = new TaskMachine(TaskPlan.of(RandomWorkflows.template(shapes)));
    machine.apply(new TaskEvent.Started());
    machine.apply(new TaskEvent.Cancelled("at once"));
    String cancelled = RandomRun.describe(machine);

    run.log.stream()
        .filter(event -> !(event instanceof TaskEvent.Operation))
        .forEach(event -> assertThat(machine.apply(event)).isEmpty());
    assertThat(RandomRun.describe(machine)).isEqualTo(cancelled);
  }
}
