package io.tasker.client;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A task of a cluster that has ended, or that failures block: the same for whoever waits. */
final class ClusterTaskResult implements TaskResult {
  private final TaskOnCluster task;
  private final TaskState state;
  private final StepOrder order;
  private final List<StepReport> steps;
  private final Optional<String> whyCancelled;

  ClusterTaskResult(TaskOnCluster task, TaskState state, StepOrder order, List<StepReport> steps) {
    this.task = task;
    this.state = state == TaskState.BLOCKED_BY_FAILURES ? TaskState.ERROR : state;
    this.order = order;
    this.steps = steps;
    this.whyCancelled = task.whyCancelled();
  }

  @Override
  public UUID id() {
    return task.id();
  }

  @Override
  public String workflow() {
    return task.workflow();
  }

  @Override
  public TaskState state() {
    return state;
  }

  @Override
  public List<StepReport> steps() {
    return steps;
  }

  @Override
  public StepReport step(String name) {
    return find(name)
        .orElseThrow(
            () ->
                MissingClusterStep.of(
                    task, name, order, steps.stream().map(StepReport::name).toList()));
  }

  @Override
  public Optional<StepReport> find(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  @Override
  public Optional<String> failure() {
    return switch (state) {
      case COMPLETE -> Optional.empty();
      case CANCELLED ->
          Optional.of(task + " was cancelled" + whyCancelled.map(why -> ": " + why).orElse(""));
      case RESOLVED_MANUALLY -> Optional.of(task + " was resolved manually");
      default -> Optional.of(failures());
    };
  }

  private String failures() {
    String failures =
        steps.stream()
            .filter(step -> step.state() == StepState.ERROR)
            .map(step -> ((ClusterStepReport) step).failureLine())
            .collect(Collectors.joining("\n"));
    return failures.isEmpty() ? stuck() : failures;
  }

  private String stuck() {
    String open =
        steps.stream()
            .filter(step -> !step.state().satisfiesDependencies())
            .map(step -> "'%s' is %s".formatted(step.name(), step.state().coreName()))
            .collect(Collectors.joining(", "));
    return "%s ended in %s, and none of its steps has failed%s"
        .formatted(task, state.coreName(), open.isEmpty() ? "" : ": " + open);
  }

  @Override
  public String toString() {
    return task + " ended in " + state.coreName();
  }
}
