package io.tasker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.worker.database.ClusterDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers in processes of their own, which end as processes do. */
@Timeout(180)
class WorkerProcessTest {
  @AutoClose private final ClusterDatabase cluster = ClusterDatabase.create();
  private final MiniOrchestrator orchestrator = new MiniOrchestrator(cluster);
  @TempDir private Path directory;
  private @Nullable Process process;

  @BeforeEach
  void writeTemplate() throws IOException {
    Files.createDirectory(directory.resolve("templates"));
    Files.writeString(
        directory.resolve("templates/flow.yaml"),
        """
        name: flow
        namespace_name: shop
        version: "1.0.0"
        steps:
          - {name: a, handler: {callable: second_time_lucky}}
        """);
  }

  @AfterEach
  void kill() throws Exception {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(Map<String, String> variables) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            classPath,
            "io.tasker.worker.WorkerMain");
    java.environment().putAll(variables);
    java.redirectErrorStream(true);
    java.redirectOutput(directory.resolve("output").toFile());
    process = java.start();
    return process;
  }

  private Process startWorker(Map<String, String> further) throws IOException {
    Map<String, String> variables = new java.util.HashMap<>(further);
    variables.put(
        "DATABASE_URL",
        cluster
            .url()
            .replaceAll("jdbc:postgresql://([^/]+)/([^?]+).*", "postgresql://postgres:any@$1/$2"));
    variables.put("TASKER_TEMPLATE_PATH", directory.toString());
    variables.put("TASKER_NAMESPACES", "shop");
    return start(variables);
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"), StandardCharsets.UTF_8);
  }

  private UUID runningTask(Process worker) throws IOException {
    await(worker, () -> !cluster.text("select 1 from named_tasks").isEmpty());
    UUID task = orchestrator.create("shop", "flow", "{}");
    await(worker, () -> orchestrator.state(task, "a").equals("in_progress"));
    return task;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(Process worker, Condition condition) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.holds()) {
      assertThat(worker.isAlive()).as(output()).isTrue();
      assertThat(System.nanoTime()).as(output()).isLessThan(deadline);
    }
  }

  @Test
  void aWorkerThatIsAskedToEnd_handsItsStepBackAndExitsWithZero() throws Exception {
    Process worker = startWorker(Map.of("TASKER_WORKER_SHUTDOWN_SECONDS", "0"));
    UUID task = runningTask(worker);

    worker.destroy();

    assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(worker.exitValue()).as(output()).isZero();
    assertThat(orchestrator.stored(task, "a", "metadata,error_type")).isEqualTo("worker_shutdown");
  }

  @Test
  void aStepOfAWorkerThatWasKilled_isRunAgainWhenTheWorkerIsBack() throws Exception {
    Map<String, String> identity = Map.of("TASKER_WORKER_ID", UUID.randomUUID().toString());
    Process first = startWorker(identity);
    UUID task = runningTask(first);
    first.destroyForcibly().waitFor();
    assertThat(orchestrator.state(task, "a")).isEqualTo("in_progress");

    startWorker(identity);
    orchestrator.runUntil(task, "a", "complete");

    assertThat(orchestrator.stored(task, "a", "result")).isEqualTo("2");
  }

  @Test
  void aWorkerThatCannotStart_saysWhyAndExitsWithOne() throws Exception {
    Process worker = start(Map.of("DATABASE_URL", "mysql://x", "TASKER_WORKER_CONCURRENCY", "ten"));

    assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(worker.exitValue()).isEqualTo(1);
    assertThat(output())
        .contains(
            "DATABASE_URL cannot be used: it must have the form"
                + " postgresql://user:password@host:port/database",
            "TASKER_WORKER_CONCURRENCY must be a whole number")
        .doesNotContain("\tat ");
  }
}
