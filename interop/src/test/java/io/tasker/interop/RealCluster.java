package io.tasker.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Tasker Core cluster of its own on this machine: a database and an orchestrator, which {@code
 * interop/cluster} runs. Its logs stay in a directory below {@code target}.
 */
public final class RealCluster implements AutoCloseable {
  private static final Path SCRIPT = Path.of("cluster").toAbsolutePath();

  // A machine that has nothing in its cache builds the orchestrator first.
  private static final long LONGEST_COMMAND_MINUTES = 60;

  private static final class Shared {
    static final RealCluster CLUSTER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close, "cluster-down"));
    }
  }

  private final Path directory;
  private final int postgresPort;
  private final int restPort;

  private RealCluster(Path directory, int postgresPort, int restPort) {
    this.directory = directory;
    this.postgresPort = postgresPort;
    this.restPort = restPort;
  }

  /** Returns the cluster that the tests of this JVM share; it is started once and never closed. */
  public static RealCluster shared() {
    return Shared.CLUSTER;
  }

  /** Starts a cluster on ports that are free. */
  public static RealCluster start() {
    try {
      Path parent = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "run-");
      RealCluster cluster =
          new RealCluster(parent.toAbsolutePath().resolve("cluster"), freePort(), freePort());
      cluster.run("up");
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of the database for JDBC, with the role in it. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/tasker?user=tasker&password=tasker"
        .formatted(postgresPort);
  }

  /** Returns the address of the database as a worker's process reads it. */
  public String databaseUrl() {
    return "postgresql://tasker:tasker@127.0.0.1:%d/tasker".formatted(postgresPort);
  }

  /** Returns the address of the orchestrator's REST API. */
  public String restUrl() {
    return "http://127.0.0.1:" + restPort;
  }

  /** Ends all sessions, stops the database in an orderly way and starts it again. */
  public void restartDatabase() {
    run("restart-database");
  }

  /** Stops the database at once, as a crash does. */
  public void crashDatabase() {
    run("stop-database");
  }

  /** Starts the database after a crash. */
  public void startDatabase() {
    run("start-database");
  }

  /** Stops the orchestrator in an orderly way and starts it again. */
  public void restartServer() {
    run("restart-server");
  }

  /** Kills the orchestrator. */
  public void killServer() {
    run("kill-server");
  }

  /** Starts the orchestrator after it was killed; returns when it is ready. */
  public void startServer() {
    run("start-server");
  }

  /** Stops everything; the logs stay. */
  @Override
  public void close() {
    run("down");
  }

  private void run(String command) {
    try {
      Path output = directory.resolveSibling(command + ".log");
      ProcessBuilder script =
          new ProcessBuilder(SCRIPT.toString(), command, directory.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      script
          .environment()
          .putAll(
              Map.of(
                  "TASKER_POSTGRES_PORT", Integer.toString(postgresPort),
                  "TASKER_REST_PORT", Integer.toString(restPort)));
      Process process = script.start();
      boolean hasEnded = process.waitFor(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES);
      if (!hasEnded) {
        process.destroyForcibly();
      }
      if (!hasEnded || process.exitValue() != 0) {
        throw new IllegalStateException(
            "'cluster %s' failed:%n%s".formatted(command, Files.readString(output, UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while 'cluster " + command + "' ran", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
