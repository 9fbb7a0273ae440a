package io.tasker.worker;

import io.tasker.EngineConfigurationException;
import io.tasker.TaskerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what a worker is from the variables of its process. */
final class WorkerEnvironment {
  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();

  private WorkerEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * Returns the description of a worker.
   *
   * @param variables the variables by name, see {@link WorkerMain}
   * @throws EngineConfigurationException if one is missing or cannot be read; names all of them
   */
  static TaskerWorkerBuilder read(Map<String, String> variables) {
    return new WorkerEnvironment(variables).read();
  }

  private TaskerWorkerBuilder read() {
    TaskerWorkerBuilder worker = TaskerWorker.builder().provide(Clock.class, Clock.systemUTC());
    if (text("DATABASE_URL").isEmpty()) {
      problems.add("DATABASE_URL is not set: give the database of the cluster");
    }
    with("DATABASE_URL", url -> worker.url(DatabaseUrl.toJdbc(url)));
    String queues = text("PGMQ_DATABASE_URL");
    if (!queues.isEmpty() && !queues.equals(text("DATABASE_URL"))) {
      problems.add(
          "PGMQ_DATABASE_URL names another database than DATABASE_URL: claims and results need the"
              + " queues in the same one");
    }
    with(
        "TASKER_NAMESPACES",
        names ->
            Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(worker::namespace));
    with("TASKER_WORKFLOWS", names -> chooseWorkflows(worker, names));
    with("TASKER_TEMPLATE_PATH", path -> addTemplates(worker, Path.of(path)));
    with("TASKER_CONFIG_FILE", path -> ConfigFile.read(Path.of(path), worker));
    with("TASKER_WORKER_ID", id -> worker.workerId(UUID.fromString(id)));
    with("TASKER_WORKER_CONCURRENCY", number -> worker.concurrency(Integer.parseInt(number)));
    with(
        "TASKER_WORKER_SHUTDOWN_SECONDS",
        number -> worker.shutdownDeadline(Duration.ofSeconds(Long.parseLong(number))));
    with(
        "TASKER_WORKER_POLL_MILLIS",
        number -> worker.pollInterval(Duration.ofMillis(Long.parseLong(number))));
    with(
        "TASKER_WORKER_LEAVE_UNKNOWN_SECONDS",
        number -> worker.leaveUnknownStepsFor(Duration.ofSeconds(Long.parseLong(number))));
    with("TASKER_HEALTH_PORT", number -> worker.httpPort(Integer.parseInt(number)));
    with("TASKER_HEALTH_ADDRESS", worker::httpAddress);
    with(
        "TASKER_WORKER_MAX_RESULT_BYTES",
        number -> worker.maxResultBytes(Integer.parseInt(number)));
    if (!problems.isEmpty()) {
      throw new EngineConfigurationException(problems);
    }
    return worker;
  }

  private String text(String name) {
    return variables.getOrDefault(name, "").strip();
  }

  private void with(String name, Consumer<String> setting) {
    String value = text(name);
    if (value.isEmpty()) {
      return;
    }
    try {
      setting.accept(value);
    } catch (NumberFormatException e) {
      problems.add(name + " must be a whole number");
    } catch (IllegalArgumentException | UncheckedIOException e) {
      problems.add(name + " cannot be used: " + e.getMessage());
    }
  }

  private static void chooseWorkflows(TaskerWorkerBuilder worker, String names) {
    for (String name : names.split(",", -1)) {
      String[] parts = name.strip().split("/", -1);
      if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
        throw new IllegalArgumentException(
            "write namespace/workflow, separated by commas, and not '%s'".formatted(name.strip()));
      }
      worker.workflow(parts[0], parts[1]);
    }
  }

  /**
   * Returns why a worker that was described by variables cannot start, with the variables to set
   * where the reasons name calls of an application.
   */
  static String explain(TaskerException reason) {
    String message = String.valueOf(reason.getMessage());
    StringBuilder explained = new StringBuilder(message);
    if (message.contains("config(\"")) {
      explained
          .append(System.lineSeparator())
          .append("Here configuration comes from the YAML file that TASKER_CONFIG_FILE names:")
          .append(" 'namespace: {workflow: {key: value}}', or workflow/step for one step");
    }
    if (message.contains("provide(")) {
      explained
          .append(System.lineSeparator())
          .append("Here handlers get a java.time.Clock and no other service: write an application")
          .append(" that starts TaskerWorker.builder()");
    }
    return explained.toString();
  }

  private static void addTemplates(TaskerWorkerBuilder worker, Path path) {
    try (Stream<Path> below = Files.walk(path)) {
      for (Path file : below.filter(WorkerEnvironment::isTemplate).sorted().toList()) {
        worker.template(file.toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTemplate(Path file) {
    String name = file.toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }
}
