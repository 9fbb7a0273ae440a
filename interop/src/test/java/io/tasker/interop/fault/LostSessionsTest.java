package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.TaskerWorker;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker's sessions end while its steps run, and once there are none to be had for it. */
@Timeout(180)
class LostSessionsTest {
  private static final int TASKS = 5;
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @AutoClose private final FaultCluster cluster = new FaultCluster();
  private final Queue<Execution> seen = new ConcurrentLinkedQueue<>();
  private final CountDownLatch holding = new CountDownLatch(TASKS);
  private final CountDownLatch ended = new CountDownLatch(TASKS);
  private final CountDownLatch isOver = new CountDownLatch(1);
  private final List<Connection> taken = new ArrayList<>();

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
    taken.clear();
  }

  private TaskerWorker startWithHeldSteps() throws InterruptedException {
    TaskerWorker worker =
        cluster
            .worker(
                Linear.handlers(
                    seen::add,
                    context -> {
                      holding.countDown();
                      isOver.await();
                      ended.countDown();
                    }),
                Linear.TEMPLATE)
            .start();
    cluster.create(IntStream.range(0, TASKS).mapToObj(i -> Linear.task(i, true)).toList());
    assertThat(holding.await(60, TimeUnit.SECONDS)).isTrue();
    cluster.awaitIdleOrchestrator(TASKS, TASKS);
    return worker;
  }

  private void awaitEachStepRanOnce() {
    cluster.awaitComplete(TASKS);
    cluster.assertEachStepRanOnce(TASKS, Linear.STEPS, seen);
  }

  @Test
  void sessionsThatAreTerminatedUnderRunningSteps_loseNone() throws Exception {
    try (TaskerWorker worker = startWithHeldSteps()) {
      assertThat(terminate(take())).isPositive();
      isOver.countDown();
      awaitEachStepRanOnce();
      assertThat(worker.health().isLive()).isTrue();
    }
  }

  @Test
  void aServerThatHasNoConnectionLeft_keepsResultsWaiting() throws Exception {
    try (TaskerWorker worker = startWithHeldSteps()) {
      take();
      Await.until(LONGEST, () -> isWithoutConnection(worker), () -> "The worker is ready");
      isOver.countDown();
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(worker.health().runningSteps()).isEqualTo(TASKS);

      giveBack();
      awaitEachStepRanOnce();
      Await.until(LONGEST, () -> worker.health().isReady(), () -> worker.health().detail());
    }
  }

  // Ends all sessions of the worker; returns how many there were.
  private static int terminate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE application_name = 'PostgreSQL JDBC Driver'
                """)) {
      row.next();
      return row.getInt(1);
    }
  }

  private Connection take() throws SQLException {
    Connection connection =
        DriverManager.getConnection(cluster.real().jdbcUrl() + "&ApplicationName=test");
    taken.add(connection);
    return connection;
  }

  // Takes what there is, and then what the worker had.
  private boolean isWithoutConnection(TaskerWorker worker) {
    try {
      terminate(taken.get(0));
      while (true) {
        take();
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo(TOO_MANY_CONNECTIONS);
    }
    return !worker.health().isReady();
  }
}
