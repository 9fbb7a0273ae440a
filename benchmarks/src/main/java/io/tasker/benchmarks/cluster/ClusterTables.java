package io.tasker.benchmarks.cluster;

import io.tasker.benchmarks.report.Machine;
import io.tasker.client.TaskerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings up a cluster and measures both workers on it, in turns: one process of the one, one of the
 * other, and again; then two of each.
 */
public final class ClusterTables {
  private static final int ROUNDS = 2;

  private final Path root;
  private final Path directory;
  private final int steps;
  private final ClusterReport report = new ClusterReport();

  private ClusterTables(Path root, Path directory, int steps) {
    this.root = root;
    this.directory = directory;
    this.steps = steps;
  }

  /**
   * Writes the tables.
   *
   * @param arguments the file to write, the root of the project and how many steps are measured at
   *     a time
   * @throws IOException if the cluster or a worker cannot be started, or a file not be written
   * @throws SQLException if the database fails
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    Path directory = file.resolveSibling("cluster-" + System.currentTimeMillis()).toAbsolutePath();
    Files.createDirectories(file.getParent());
    StringBuilder text = new StringBuilder("Start: " + Machine.now() + "\n\n");
    ClusterTables tables =
        new ClusterTables(
            Path.of(arguments[1]).toAbsolutePath().normalize(),
            directory,
            Integer.parseInt(arguments[2]));
    tables.measure();
    text.append(tables.report.full()).append('\n').append(tables.report.alone());
    text.append("\nEnd: load average %.1f%n".formatted(Machine.load()));
    Files.writeString(file, text);
    System.out.println(text);
  }

  private void measure() throws IOException, SQLException, InterruptedException {
    Cluster cluster = Cluster.up(root, directory);
    try (TaskerClient client = TaskerClient.builder(cluster.restUrl()).build();
        Connection database = DriverManager.getConnection(cluster.jdbcUrl())) {
      Sampling sampling = new Sampling(cluster, client, database);
      for (int workers = 1; workers <= 2; workers++) {
        for (int round = 1; round <= ROUNDS; round++) {
          for (WorkerKind kind : WorkerKind.values()) {
            System.out.printf("%d %s, round %d of %d%n", workers, kind, round, ROUNDS);
            measure(sampling, kind, workers);
          }
        }
      }
    }
  }

  private void measure(Sampling sampling, WorkerKind kind, int count)
      throws IOException, SQLException, InterruptedException {
    List<WorkerProcess> workers = new ArrayList<>();
    try {
      for (int i = 1; i <= count; i++) {
        Path log = directory.resolve(kind + "-" + System.currentTimeMillis() + ".log");
        workers.add(kind.start(root, sampling.cluster(), log));
      }
      for (ClusterShape shape : ClusterShape.values()) {
        sampling.take(shape, Load.full(steps / 2), workers);
      }
      for (Load load : loads(count)) {
        for (ClusterShape shape : ClusterShape.values()) {
          Sample sample = sampling.take(shape, load, workers);
          report.add(new ClusterReport.Row(shape, count, load.isFull(), kind), sample);
          System.out.printf(
              Locale.ROOT, "  %s %s: %.1f steps/s%n", shape, load, sample.stepsPerSecond());
        }
      }
    } finally {
      for (WorkerProcess worker : workers) {
        worker.close();
      }
    }
  }

  // With several workers a task alone takes as long as with one.
  private List<Load> loads(int workers) {
    return workers == 1
        ? List.of(Load.full(steps), Load.alone(steps / 8))
        : List.of(Load.full(steps));
  }
}
