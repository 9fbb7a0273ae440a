package io.tasker.interop.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.worker.TaskerWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a worker says by HTTP of a database that is away for a while. */
@Timeout(180)
class HealthTest {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @AutoClose private final FaultCluster cluster = new FaultCluster();

  @Test
  void withoutADatabase_theWorkerIsLiveButNotReady() {
    HandlerRegistry handlers = Linear.handlers(execution -> {}, context -> {});
    try (TaskerWorker worker = cluster.worker(handlers, Linear.TEMPLATE).httpPort(0).start()) {
      int port = worker.httpPort().orElseThrow();
      await(port, 200, "start");

      cluster.real().crashDatabase();
      await(port, 503, "the end of the database");

      cluster.real().startDatabase();
      await(port, 200, "the start of the database");
    }
  }

  private static void await(int port, int readiness, String event) {
    long begun = System.nanoTime();
    Await.until(
        LONGEST,
        () -> {
          assertThat(status(port, "/health/live")).as("live").isEqualTo(200);
          return status(port, "/health/ready") == readiness;
        },
        () -> "not " + readiness);
    System.out.printf(
        "Health: %d was answered %d ms after %s%n",
        readiness, Duration.ofNanos(System.nanoTime() - begun).toMillis(), event);
  }

  private static int status(int port, String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
