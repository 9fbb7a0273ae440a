package io.tasker.engine;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A task of this JVM that has ended. */
final class LocalTaskResult implements TaskResult {
  private final LocalTask task;
  private final TaskState state;
  private final @Nullable String endReason;

  // Once the task goes on, the steps as they were.
  private volatile @Nullable List<StepReport> steps;

  LocalTaskResult(LocalTask task, TaskState state, @Nullable String endReason) {
    this.task = task;
    this.state = state;
    this.endReason = endReason;
  }

  @Override
  public UUID id() {
    return task.id();
  }

  @Override
  public String workflow() {
    return task.workflow().identity();
  }

  @Override
  public TaskState state() {
    return state;
  }

  @Override
  public List<StepReport> steps() {
    List<StepReport> kept = steps;
    return kept != null ? kept : task.steps();
  }

  /** Returns whether an operator may make the task go on. */
  boolean isReopenable() {
    return state == TaskState.ERROR && endReason == null;
  }

  /** Keeps the steps as they are, before the task goes on. */
  void keepSteps() {
    steps = task.steps();
  }

  @Override
  public StepReport step(String name) {
    return find(name).orElseThrow(() -> MissingStep.of(task, name));
  }

  @Override
  public Optional<StepReport> find(String name) {
    List<StepReport> kept = steps;
    if (kept != null) {
      return kept.stream().filter(step -> step.name().equals(name)).findFirst();
    }
    CompiledStep step = task.data().steps().find(name);
    return step == null ? Optional.empty() : Optional.of(task.report(step));
  }

  @Override
  public Optional<String> failure() {
    if (state == TaskState.COMPLETE) {
      return Optional.empty();
    }
    if (endReason != null) {
      return Optional.of(task + " was " + endReason);
    }
    String failures =
        steps().stream()
            .filter(step -> step.state() == StepState.ERROR)
            .map(step -> ((LocalStepReport) step).failureLine())
            .collect(Collectors.joining("\n"));
    return Optional.of(failures.isEmpty() ? stuck() : failures);
  }

  // Nothing failed and yet nothing can go on: a step needs another that never came into being.
  private String stuck() {
    List<String> lines = new ArrayList<>();
    task.data()
        .steps()
        .forEachExisting(
            step -> {
              List<String> absent =
                  step.plan().definition().dependencies().stream()
                      .filter(above -> task.data().steps().find(above) == null)
                      .toList();
              if (!task.report(step).state().isFinal() && !absent.isEmpty()) {
                lines.add(
                    "%s: step '%s' can never run, because %s"
                        .formatted(task, step.plan().name(), whyNever(absent)));
              }
            });
    return String.join("\n", lines);
  }

  private String whyNever(List<String> absent) {
    return absent.stream()
        .flatMap(worker -> resolvedAnalyzer(worker).stream())
        .findFirst()
        .map(
            analyzer ->
                "'%s' was resolved by hand and so planned no batches; settle this step, too"
                    .formatted(analyzer.name()))
        .orElseGet(
            () ->
                "no decision chose '%s'; make it a deferred_convergence"
                    .formatted(String.join("', '", absent)));
  }

  private Optional<StepPlan> resolvedAnalyzer(String worker) {
    TaskPlan plan = task.workflow().plan();
    return plan.step(worker)
        .map(step -> plan.creation().analyzer(step.index()))
        .filter(analyzer -> analyzer >= 0)
        .filter(analyzer -> task.data().record(analyzer).state() == StepState.RESOLVED_MANUALLY)
        .map(plan.steps()::get);
  }

  @Override
  public String toString() {
    return task + " ended in " + state.coreName();
  }
}
