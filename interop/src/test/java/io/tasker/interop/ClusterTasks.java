package io.tasker.interop;

import io.tasker.client.ClusterTask;
import io.tasker.client.TaskerClient;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for tasks of a cluster, which tells nobody when one has ended.
 *
 * @param client the client of the cluster
 */
record ClusterTasks(TaskerClient client) {
  private static final Set<String> ENDED =
      Set.of("complete", "error", "cancelled", "resolved_manually");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** Waits for the end of a task, as long as the test may take. */
  TaskOutcome await(UUID id) throws InterruptedException {
    ClusterTask task = client.task(id).call();
    while (!ENDED.contains(task.status())) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException(
            "Task %s is still '%s': %s".formatted(id, task.status(), client.steps(id).call()));
      }
      task = client.task(id).call();
    }
    return TaskOutcome.of(task.status(), client.steps(id).call());
  }
}
