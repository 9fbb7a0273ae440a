package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.TaskerWorker;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part of the cluster breaks under many tasks, while all slots of the worker are in use. */
@Timeout(300)
class BrokenClusterTest {
  private static final int TASKS = 100;
  private static final int HELD = 5;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final ClusterRows rows = cluster.rows();
  private final Queue<Execution> seen = new ConcurrentLinkedQueue<>();
  private final CountDownLatch isOver = new CountDownLatch(1);

  private TaskerWorker startWorker() {
    return cluster
        .worker(Linear.handlers(seen::add, context -> isOver.await()), Linear.TEMPLATE)
        .concurrency(HELD)
        .start();
  }

  @ParameterizedTest
  @EnumSource
  void eachTaskCompletes_andEachStepRunsOnce(Fault fault) {
    try (TaskerWorker worker = startWorker()) {
      cluster.create(IntStream.range(0, TASKS).mapToObj(i -> Linear.task(i, i < HELD)).toList());
      cluster.awaitIdleOrchestrator(TASKS, HELD);
      fault.strike(cluster.real());
      isOver.countDown();
      long over = System.nanoTime();
      Await.until(LONGEST, this::heldStepsAreStored, rows::summary);
      print(fault, "the results of all steps that ran were stored", over);
      cluster.awaitComplete(TASKS);
      print(fault, "all %d tasks were complete".formatted(TASKS), over);
      assertThat(worker.health().isReady()).isTrue();
    }
    cluster.assertEachStepRanOnce(TASKS, Linear.STEPS, seen);
  }

  private boolean heldStepsAreStored() {
    return rows.list(
                """
                SELECT 1 FROM tasker.workflow_steps s JOIN tasker.tasks t USING (task_uuid)
                  JOIN tasker.named_steps n USING (named_step_uuid)
                 WHERE n.name = 'three' AND t.context ->> 'held' = 'true' AND s.results IS NOT NULL
                """,
                row -> 1)
            .size()
        == HELD;
  }

  private static void print(Fault fault, String what, long since) {
    System.out.printf(
        "%s: %s %d ms after it%n",
        fault, what, Duration.ofNanos(System.nanoTime() - since).toMillis());
  }
}
