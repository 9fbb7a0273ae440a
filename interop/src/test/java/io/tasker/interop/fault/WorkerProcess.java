package io.tasker.interop.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A {@link FaultWorker} in a process of its own. */
final class WorkerProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Process process;
  private final Path output;

  private WorkerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a worker; it may not take steps yet. */
  static WorkerProcess start(String url, UUID worker) {
    try {
      Path output = Files.createTempFile(Path.of("target"), "worker-", ".log");
      String classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  classPath,
                  FaultWorker.class.getName(),
                  url,
                  worker.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new WorkerProcess(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it takes steps. */
  WorkerProcess awaitReady() {
    Await.until(
        LONGEST_START, () -> output().contains(FaultWorker.READY), () -> "It says: " + output());
    return this;
  }

  private String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it, as {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
