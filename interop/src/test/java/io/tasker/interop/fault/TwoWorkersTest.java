package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two worker processes that take the steps of one namespace. */
@Timeout(900)
class TwoWorkersTest {
  private static final int TASKS = 1000;

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final ClusterRows rows = cluster.rows();

  @Test
  void shareAThousandTasks_andRunEachStepOnce() {
    String url = cluster.real().jdbcUrl();
    Witness.at(url).create().close();
    try (WorkerProcess one = WorkerProcess.start(url, UUID.randomUUID());
        WorkerProcess two = WorkerProcess.start(url, UUID.randomUUID())) {
      one.awaitReady();
      two.awaitReady();
      long begun = System.nanoTime();
      cluster.create(tasks());
      cluster.awaitComplete(TASKS);
      System.out.printf(
          "Two workers: %d tasks took %d ms%n",
          TASKS, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
    cluster.assertEachStepRanOnce(TASKS, Pair.STEPS, Witness.executions(rows));
    assertThat(Witness.processes(rows)).isEqualTo(2);
  }

  private static List<TaskRequest> tasks() {
    return IntStream.range(0, TASKS).mapToObj(i -> Pair.task(i)).toList();
  }
}
