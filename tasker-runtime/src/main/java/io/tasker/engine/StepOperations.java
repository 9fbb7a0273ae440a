package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.internal.JacksonCodec;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operators do to the steps of a task. Checked against what the task shows at the moment, and
 * once more when the task gets to it.
 */
final class StepOperations {
  private static final Set<StepState> STUCK =
      Set.of(StepState.ERROR, StepState.WAITING_FOR_RETRY, StepState.PENDING);

  private final LocalTask task;

  StepOperations(LocalTask task) {
    this.task = task;
  }

  void reset(String name, String reason) {
    StepPlan step = step(name, Set.of(StepState.ERROR), "reset").plan();
    task.driver().operate(new TaskEvent.StepReset(step.index(), reason), null);
  }

  void resolve(String name, String reason) {
    StepPlan step = step(name, STUCK, "resolved").plan();
    task.driver().operate(new TaskEvent.StepResolved(step.index(), reason), null);
  }

  void complete(String name, @Nullable Object value, String reason) {
    CompiledStep step = step(name, STUCK, "completed");
    int index = step.plan().index();
    int attempt = task.data().record(index).attempts();
    JacksonCodec codec = task.runtime().codec();
    // As JSON, since an operator's value has no declared type that could vouch for it.
    Object json = value == null ? null : codec.toTree(value);
    AttemptOutcome outcome = step.reader().read(step.plan(), attempt, json);
    TaskEvent.Success success = (TaskEvent.Success) Objects.requireNonNull(outcome.event());
    task.driver().operate(new TaskEvent.StepCompleted(success, reason), outcome.value());
  }

  private CompiledStep step(String name, Set<StepState> from, String action) {
    CompiledStep step = task.data().steps().find(name);
    if (step == null) {
      throw MissingStep.of(task, name);
    }
    StepState state = Objects.requireNonNull(task.data().record(step.plan().index()).state());
    boolean isOver = task.state().isFinal() && !task.driver().completion().isReopenable();
    if (isOver || !from.contains(state)) {
      throw new IllegalStateException(
          "%s is %s: step '%s', which is %s, cannot be %s"
              .formatted(task, task.state().coreName(), name, state.coreName(), action));
    }
    return step;
  }
}
