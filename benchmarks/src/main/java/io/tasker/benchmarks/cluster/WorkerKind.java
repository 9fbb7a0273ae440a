package io.tasker.benchmarks.cluster;

import io.tasker.worker.WorkerMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The workers that are compared, with the same templates and the same bounds. */
enum WorkerKind {
  JAVA("takes steps") {
    @Override
    ProcessBuilder process(Path root, Cluster cluster) {
      ProcessBuilder process =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-classpath",
              System.getProperty("java.class.path"),
              WorkerMain.class.getName());
      process.environment().put("TASKER_NAMESPACES", ClusterShape.NAMESPACE);
      process.environment().put("TASKER_WORKER_CONCURRENCY", "10");
      return process;
    }
  },
  RUST("ready") {
    @Override
    ProcessBuilder process(Path root, Cluster cluster) throws IOException, InterruptedException {
      Path project = root.resolve("benchmarks/rust-worker");
      ProcessBuilder process = new ProcessBuilder(binary(project));
      process.environment().put("TASKER_CONFIG_PATH", project.resolve("worker.toml").toString());
      process.environment().put("TASKER_ENV", "production");
      process.environment().put("RUST_LOG", "error");
      return process;
    }
  };

  private final String sign;

  WorkerKind(String sign) {
    this.sign = sign;
  }

  /** Returns what it prints when it has started. */
  String sign() {
    return sign;
  }

  abstract ProcessBuilder process(Path root, Cluster cluster)
      throws IOException, InterruptedException;

  /** Starts a worker that prints into a file, and waits until it takes steps. */
  WorkerProcess start(Path root, Cluster cluster, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder process = process(root, cluster);
    process.environment().put("DATABASE_URL", cluster.databaseUrl());
    process
        .environment()
        .put("TASKER_TEMPLATE_PATH", root.resolve("benchmarks/cluster/templates").toString());
    return WorkerProcess.start(process, log, sign);
  }

  private static String binary(Path project) throws IOException, InterruptedException {
    Process build =
        new ProcessBuilder(List.of(project.resolve("build").toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed =
        new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (build.waitFor() != 0) {
      throw new IOException("The Rust worker could not be built");
    }
    return printed;
  }
}
