package io.tasker.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A worker that runs.
 *
 * @param process its process
 */
record WorkerProcess(Process process) implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final long TO_END_SECONDS = 20;

  static WorkerProcess start(ProcessBuilder builder, Path log, String sign)
      throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    WorkerProcess worker = new WorkerProcess(process);
    long deadline = System.nanoTime() + TO_START.toNanos();
    while (!Files.readString(log).contains(sign)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        worker.close();
        throw new IOException("A worker did not start; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return worker;
  }

  /** Returns its processor time so far, in ms. */
  long time() {
    return ProcessTime.of(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
