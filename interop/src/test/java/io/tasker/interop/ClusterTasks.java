package io.tasker.interop;

import io.tasker.StepState;
import io.tasker.TaskRequest;
import io.tasker.client.ClusterException;
import io.tasker.client.ClusterStep;
import io.tasker.client.ClusterTask;
import io.tasker.client.TaskFilter;
import io.tasker.client.TaskerClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Creates tasks of a cluster and waits for them: it tells nobody when one has ended.
 *
 * @param client the client of its REST API
 */
public record ClusterTasks(TaskerClient client) {
  private static final Set<String> ENDED =
      Set.of("complete", "error", "cancelled", "resolved_manually");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /**
   * Creates a task. Two of the orchestrator's own threads may both begin a new task; it then
   * answers that it failed, although the task is there and runs. So its correlation id tells.
   *
   * @param request the task
   * @return its id
   * @throws ClusterException if the cluster refuses the task
   */
  public UUID create(TaskRequest request) {
    UUID correlation = UUID.randomUUID();
    try {
      return client.create(request.correlationId(correlation)).call().taskUuid();
    } catch (ClusterException e) {
      if (e.kind() != ClusterException.Kind.UNAVAILABLE) {
        throw e;
      }
      return client
          .allTasks(TaskFilter.all().namespace(request.namespace()))
          .filter(task -> task.correlationId().equals(correlation))
          .findFirst()
          .orElseThrow(() -> e)
          .taskUuid();
    }
  }

  /** Waits for the end of a task, as long as the test may take. */
  TaskOutcome await(UUID id) throws InterruptedException {
    while (true) {
      ClusterTask task = client.task(id).call();
      List<ClusterStep> steps = client.steps(id).call();
      if (ENDED.contains(task.status())
          || (task.status().equals("blocked_by_failures") && nothingMoves(steps))) {
        return TaskOutcome.of(task.status(), steps);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException(
            "Task %s is still '%s': %s".formatted(id, task.status(), steps));
      }
    }
  }

  private static boolean nothingMoves(List<ClusterStep> steps) {
    return steps.stream()
        .map(step -> step.state().orElseThrow())
        .allMatch(state -> state.isFinal() || state == StepState.PENDING);
  }
}
