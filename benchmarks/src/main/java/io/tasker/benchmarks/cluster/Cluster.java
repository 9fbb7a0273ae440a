package io.tasker.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A cluster of its own for one run, in a directory, made by the script of the interop tests. It
 * ends with this process, also when that is interrupted.
 */
final class Cluster {
  private static final int POSTGRES_PORT = 5533;
  private static final int REST_PORT = 8180;

  private final Path root;
  private final Path directory;

  private Cluster(Path root, Path directory) {
    this.root = root;
    this.directory = directory;
  }

  /** Makes a cluster in a directory that does not exist. */
  static Cluster up(Path root, Path directory) throws IOException, InterruptedException {
    Cluster cluster = new Cluster(root, directory);
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::down));
    cluster.script("up");
    return cluster;
  }

  String databaseUrl() {
    return "postgresql://tasker:tasker@127.0.0.1:" + POSTGRES_PORT + "/tasker";
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + POSTGRES_PORT + "/tasker?user=tasker&password=tasker";
  }

  String restUrl() {
    return "http://127.0.0.1:" + REST_PORT;
  }

  /** Returns the processor time of the orchestrator so far, in ms. */
  long orchestratorTime() throws IOException {
    return ProcessTime.of(firstNumber(directory.resolve("server.pid")));
  }

  /** Returns the processor time of PostgreSQL so far, in ms. */
  long databaseTime() throws IOException {
    return ProcessTime.ofFamily(firstNumber(directory.resolve("database/postmaster.pid")));
  }

  private static long firstNumber(Path file) throws IOException {
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private void script(String command) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
                root.resolve("interop/cluster").toString(), command, directory.toString())
            // Whoever it leaves running must not keep a pipe of this process.
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    script
        .environment()
        .putAll(
            Map.of(
                "TASKER_POSTGRES_PORT", Integer.toString(POSTGRES_PORT),
                "TASKER_REST_PORT", Integer.toString(REST_PORT)));
    if (script.start().waitFor() != 0) {
      throw new IOException("interop/cluster " + command + " failed");
    }
  }

  private void down() {
    try {
      script("down");
    } catch (IOException e) {
      System.err.println("A cluster is left in " + directory + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
