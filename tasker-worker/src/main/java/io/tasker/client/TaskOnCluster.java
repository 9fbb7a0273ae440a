package io.tasker.client;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.internal.JacksonCodec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A task of a cluster as this process knows it: its id, its workflow and how to read it. */
final class TaskOnCluster {
  private final TaskerClient client;
  private final UUID id;
  private final String workflow;
  private final JacksonCodec codec = new JacksonCodec();

  // The workflow of a task does not change.
  private volatile @Nullable StepOrder order;
  private volatile @Nullable String whyCancelled;

  TaskOnCluster(TaskerClient client, ClusterTask task) {
    this.client = client;
    this.id = task.taskUuid();
    this.workflow = "%s/%s@%s".formatted(task.namespace(), task.name(), task.version());
  }

  UUID id() {
    return id;
  }

  String workflow() {
    return workflow;
  }

  TaskerClient client() {
    return client;
  }

  JacksonCodec codec() {
    return codec;
  }

  /** Returns why this process cancelled the task, if it did: the cluster does not keep it. */
  Optional<String> whyCancelled() {
    return Optional.ofNullable(whyCancelled);
  }

  void cancelled(String reason) {
    whyCancelled = reason;
  }

  TaskState state() {
    return ClusterAnswer.known(client.task(id).call());
  }

  List<StepReport> steps() {
    return reports(order(), client.steps(id).call());
  }

  StepOrder order() {
    StepOrder known = order;
    return known != null ? known : learned(client.summary(id).call());
  }

  /** Returns the result of the task, or empty while it goes on. */
  CompletionStage<Optional<TaskResult>> ended() {
    return client
        .task(id)
        .callAsync()
        .thenCompose(
            task -> {
              TaskState state = task.state().orElse(TaskState.PENDING);
              return state.isFinal() || state == TaskState.BLOCKED_BY_FAILURES
                  ? ended(state)
                  : CompletableFuture.completedFuture(Optional.empty());
            });
  }

  private CompletionStage<Optional<TaskResult>> ended(TaskState state) {
    StepOrder known = order;
    CompletionStage<StepOrder> learned =
        known != null
            ? CompletableFuture.completedFuture(known)
            : client.summary(id).callAsync().thenApply(this::learned);
    return learned.thenCompose(
        steps ->
            client
                .steps(id)
                .callAsync()
                .thenApply(
                    found ->
                        state.isFinal() || found.stream().noneMatch(TaskOnCluster::isMoving)
                            ? Optional.of(result(state, steps, found))
                            : Optional.empty()));
  }

  // A task is blocked as soon as one step is, and others may still be under way.
  private static boolean isMoving(ClusterStep step) {
    StepState state = ClusterAnswer.known(step);
    return !state.isFinal() && state != StepState.PENDING;
  }

  private TaskResult result(TaskState state, StepOrder steps, List<ClusterStep> found) {
    return new ClusterTaskResult(this, state, steps, reports(steps, found));
  }

  private StepOrder learned(TaskSummary summary) {
    StepOrder learned = StepOrder.of(summary.template());
    order = learned;
    return learned;
  }

  private List<StepReport> reports(StepOrder steps, List<ClusterStep> found) {
    return steps.sorted(found).stream()
        .<StepReport>map(step -> new ClusterStepReport(this, step))
        .toList();
  }

  @Override
  public String toString() {
    return workflow + " task " + id;
  }
}
