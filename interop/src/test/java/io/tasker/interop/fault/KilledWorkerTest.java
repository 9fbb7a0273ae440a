package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker process that is killed with all its slots in use, and comes back with its id. */
@Timeout(300)
class KilledWorkerTest {
  private static final int HELD = 10;
  private static final int TASKS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final ClusterRows rows = cluster.rows();
  private final UUID id = UUID.randomUUID();

  @Test
  void itsSteps_andNoOthers_runASecondTime() {
    Witness.at(cluster.real().jdbcUrl()).create().close();
    List<UUID> held;
    try (WorkerProcess first = start()) {
      first.awaitReady();
      held = thirdSteps(cluster.create(tasks()).subList(0, HELD));
      Await.until(LONGEST, () -> haveBegun(held), rows::summary);
    }
    long restarted = System.nanoTime();
    try (WorkerProcess second = start()) {
      Await.until(LONGEST, () -> inProgress().stream().noneMatch(held::contains), rows::summary);
      print("handed back", restarted);
      second.awaitReady();
      Await.until(LONGEST, () -> complete().containsAll(held), rows::summary);
      print("complete", restarted);
      cluster.awaitComplete(TASKS);
    }

    assertThat(rows.steps()).hasSize((TASKS - rows.forgotten()) * Linear.STEPS);
    assertThat(ids(step -> step.attempts() == 2)).containsExactlyInAnyOrderElementsOf(held);
    assertThat(ids(step -> step.attempts() > 2)).isEmpty();
    assertThat(Witness.executions(rows)).containsExactlyInAnyOrderElementsOf(rows.counted());
  }

  private static List<TaskRequest> tasks() {
    return IntStream.range(0, TASKS).mapToObj(i -> Linear.task(i, i < HELD)).toList();
  }

  private WorkerProcess start() {
    return WorkerProcess.start(cluster.real().jdbcUrl(), id);
  }

  private List<UUID> thirdSteps(List<UUID> tasks) {
    return ids(step -> step.name().equals("three") && tasks.contains(step.task()));
  }

  private boolean haveBegun(List<UUID> steps) {
    return Witness.executions(rows).stream().map(Execution::step).toList().containsAll(steps);
  }

  private List<UUID> inProgress() {
    return ids(step -> step.state().equals("in_progress"));
  }

  private List<UUID> complete() {
    return ids(step -> step.state().equals("complete"));
  }

  private List<UUID> ids(Predicate<ClusterRows.Step> wanted) {
    return rows.steps().stream().filter(wanted).map(ClusterRows.Step::id).toList();
  }

  private static void print(String what, long since) {
    System.out.printf(
        "Killed worker: its steps were %s %d ms after the start of its process%n",
        what, Duration.ofNanos(System.nanoTime() - since).toMillis());
  }
}
