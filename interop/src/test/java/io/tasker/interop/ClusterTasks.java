package io.tasker.interop;

import io.tasker.StepState;
import io.tasker.client.ClusterStep;
import io.tasker.client.ClusterTask;
import io.tasker.client.TaskerClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for tasks of a cluster, which tells nobody when one has ended.
 *
 * @param client the client of its REST API
 */
record ClusterTasks(TaskerClient client) {
  private static final Set<String> ENDED =
      Set.of("complete", "error", "cancelled", "resolved_manually");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

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
