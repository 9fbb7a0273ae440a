package io.tasker.client;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.client.ClusterException.Kind;
import io.tasker.internal.UnfitValueException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does to the steps of a task, by their names. The cluster lets a step be
 * completed by hand in any state, so what it is in is looked at first.
 *
 * @param task the task
 * @param operator who says so
 */
record StepActions(TaskOnCluster task, String operator) {
  private static final Set<StepState> STUCK =
      Set.of(StepState.PENDING, StepState.WAITING_FOR_RETRY, StepState.ERROR);
  private static final Set<TaskState> OVER =
      Set.of(TaskState.COMPLETE, TaskState.CANCELLED, TaskState.RESOLVED_MANUALLY);

  void reset(String step, String reason) {
    act(
        step,
        Set.of(StepState.ERROR),
        "reset",
        id -> task.client().resetForRetry(task.id(), id, reason, operator));
  }

  void resolve(String step, String reason) {
    act(
        step,
        STUCK,
        "resolved",
        id -> task.client().resolveManually(task.id(), id, reason, operator));
  }

  void complete(String step, @Nullable Object result, String reason) {
    Object json = json(step, result);
    act(
        step,
        STUCK,
        "completed",
        id -> task.client().completeManually(task.id(), id, json, reason, operator));
  }

  private Object json(String step, @Nullable Object result) {
    try {
      return task.codec().toTree(result);
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(
          "%s: the result for step '%s' cannot be JSON: %s".formatted(task, step, e.getMessage()),
          e);
    }
  }

  private void act(
      String name, Set<StepState> from, String action, Function<UUID, ClusterCall<?>> call) {
    TaskState state = task.state();
    List<ClusterStep> steps = task.client().steps(task.id()).call();
    ClusterStep step =
        steps.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    MissingClusterStep.of(
                        task, name, task.order(), steps.stream().map(ClusterStep::name).toList()));
    String refused =
        "%s is %s: step '%s', which is %s, cannot be %s"
            .formatted(task, state.coreName(), name, step.currentState(), action);
    if (OVER.contains(state) || !from.contains(ClusterAnswer.known(step))) {
      throw new IllegalStateException(refused);
    }
    try {
      call.apply(step.stepUuid()).call();
    } catch (ClusterException e) {
      boolean isAnswer = e.kind() == Kind.CONFLICT || e.kind() == Kind.REFUSED;
      throw isAnswer ? new IllegalStateException(refused + ": " + e.getMessage(), e) : e;
    }
  }
}
