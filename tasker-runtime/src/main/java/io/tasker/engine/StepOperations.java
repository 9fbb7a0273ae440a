package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.handler.BatchPlan;
import io.tasker.handler.Decision;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.UnfitValueException;
import io.tasker.template.StepType;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

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
    AttemptOutcome outcome = step.reader().read(step.plan(), attempt, declared(step, value));
    TaskEvent.Success success = (TaskEvent.Success) Objects.requireNonNull(outcome.event());
    task.driver().operate(new TaskEvent.StepCompleted(success, reason), outcome.value());
  }

  // Steps below may take the value as it is, so it must be of the type that they rely upon. What
  // decisions and analyzers return has a form of its own, which their readers know.
  private @Nullable Object declared(CompiledStep step, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Decision || value instanceof BatchPlan) {
      return value;
    }
    JacksonCodec codec = task.runtime().codec();
    JsonNode json = codec.toTree(value);
    StepType kind = step.plan().definition().type();
    JavaType type = step.result().type();
    if (kind == StepType.DECISION || kind == StepType.BATCHABLE || type.isJavaLangObject()) {
      return json;
    }
    try {
      return codec.read(json, type);
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "%s: the result for step '%s' does not fit %s, which %s declares: %s"
              .formatted(
                  task,
                  step.plan().name(),
                  type.getRawClass().getSimpleName(),
                  step.adapter().descriptor().declaredAt(),
                  e.getMessage()),
          e);
    }
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
