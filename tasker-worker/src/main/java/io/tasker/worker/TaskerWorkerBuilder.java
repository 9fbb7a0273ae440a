package io.tasker.worker;

import io.tasker.EngineConfigurationException;
import io.tasker.engine.EngineBuilder;
import io.tasker.engine.RunnableWorkflow;
import io.tasker.engine.StepRunner;
import io.tasker.template.TaskTemplate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Describes a {@link TaskerWorker}. Everything that is wrong is reported by {@link #start()}.
 * Listeners are told of steps and domain events; of tasks only the orchestrator knows.
 */
public final class TaskerWorkerBuilder extends EngineBuilder<TaskerWorkerBuilder> {
  private final WorkerSettings settings = new WorkerSettings();

  TaskerWorkerBuilder() {}

  /**
   * Sets the database of the cluster by its address.
   *
   * @param jdbcUrl for example {@code jdbc:postgresql://localhost/tasker?user=tasker}
   * @return this builder
   */
  public TaskerWorkerBuilder url(String jdbcUrl) {
    settings.url = Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    return this;
  }

  /**
   * Sets the database of the cluster, in the place of its address. The worker keeps the connections
   * it takes in a pool of its own and changes their settings for good, so this should be a source
   * of new connections and not a pool.
   *
   * @param source gives connections of pgjdbc
   * @return this builder
   */
  public TaskerWorkerBuilder dataSource(DataSource source) {
    settings.source = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Adds a namespace whose steps the worker runs and whose templates it registers. Without this,
   * those of all templates there are.
   *
   * @param namespace the namespace, of which there must be a template
   * @return this builder
   */
  public TaskerWorkerBuilder namespace(String namespace) {
    settings.namespaces.add(Objects.requireNonNull(namespace, "namespace"));
    return this;
  }

  /**
   * Gives the worker an identity that it keeps from start to start. Steps that it had when it was
   * killed are then failed as retryable at the next start; otherwise they stay in progress until
   * the orchestrator's staleness check, half an hour later unless configured otherwise, fails their
   * tasks.
   *
   * @param id the id; {@link #start()} fails while another worker of the cluster has it
   * @return this builder
   */
  public TaskerWorkerBuilder workerId(UUID id) {
    settings.id = Objects.requireNonNull(id, "id");
    return this;
  }

  /** Sets the time that the worker writes down and never compares with the database's. */
  TaskerWorkerBuilder clock(Clock clock) {
    settings.clock = clock;
    return this;
  }

  /**
   * Sets how many steps run at once, those that wait for a {@code CompletionStage} included.
   *
   * @param steps the number, 10 unless set
   * @return this builder
   */
  public TaskerWorkerBuilder concurrency(int steps) {
    settings.concurrency = steps;
    return this;
  }

  /**
   * Sets how long {@link TaskerWorker#close()} waits for running steps before it hands them back.
   *
   * @param deadline the longest wait, 30 s unless set
   * @return this builder
   */
  public TaskerWorkerBuilder shutdownDeadline(Duration deadline) {
    settings.shutdownDeadline = Objects.requireNonNull(deadline, "deadline");
    return this;
  }

  /**
   * Sets how often the worker looks for messages that nobody told it of. Each time it waits between
   * half of the interval and all of it, so that no worker is always the first.
   *
   * @param interval the interval, 1 s unless set
   * @return this builder
   */
  public TaskerWorkerBuilder pollInterval(Duration interval) {
    settings.pollInterval = Objects.requireNonNull(interval, "interval");
    return this;
  }

  /**
   * Sets after how long a message comes again that was received by a worker which died before it
   * claimed the step.
   *
   * @param timeout the time, in whole seconds, 30 s unless set
   * @return this builder
   */
  public TaskerWorkerBuilder visibilityTimeout(Duration timeout) {
    settings.visibilityTimeout = Objects.requireNonNull(timeout, "timeout");
    return this;
  }

  /**
   * Sets how long a step that this worker cannot run, because it does not know the workflow or has
   * no handler, is left to other workers: while a new version is rolled out, the steps of its
   * workflows come to the old workers, too. After that the step fails for good, but no sooner than
   * the fifth delivery, and never while a worker is connected that has registered the workflow.
   *
   * @param time the time since the step was enqueued, by the clock of the database; 10 min unless
   *     set
   * @return this builder
   */
  public TaskerWorkerBuilder leaveUnknownStepsFor(Duration time) {
    settings.leaveUnknownFor = Objects.requireNonNull(time, "time");
    return this;
  }

  /**
   * Sets how large a result may be. The cluster stores each twice and loads it for every step
   * below.
   *
   * @param bytes the greatest size of a result as JSON, 1,000,000 unless set
   * @return this builder
   */
  public TaskerWorkerBuilder maxResultBytes(int bytes) {
    settings.maxResultBytes = bytes;
    return this;
  }

  /**
   * Lets the worker tell by HTTP how it is: {@code /health/live} and {@code /health/ready} answer
   * 200 or 503, {@code /metrics} what Prometheus reads. Off unless set.
   *
   * @param port the port, or 0 for one that is free, see {@link TaskerWorker#httpPort()}
   * @return this builder
   */
  public TaskerWorkerBuilder httpPort(int port) {
    settings.httpPort = port;
    return this;
  }

  /**
   * Sets where that port is. There is neither a password nor encryption.
   *
   * @param host the name or address of one of this machine's interfaces, {@code 0.0.0.0} for all;
   *     {@code 127.0.0.1} unless set
   * @return this builder
   */
  public TaskerWorkerBuilder httpAddress(String host) {
    settings.httpAddress = Objects.requireNonNull(host, "host");
    return this;
  }

  /**
   * Sets what {@code /metrics} answers, for applications that have a registry of their own:
   *
   * <pre>{@code
   * TaskerWorker.builder().listener(new TaskerMetrics(registry)).metrics(registry::scrape)
   * }</pre>
   *
   * <p>Without this, the worker has a registry for itself, if {@code
   * micrometer-registry-prometheus} is on the class path.
   *
   * @param scrape writes the metrics in the text format of Prometheus; safe for use by several
   *     threads
   * @return this builder
   */
  public TaskerWorkerBuilder metrics(Supplier<String> scrape) {
    settings.metrics = Objects.requireNonNull(scrape, "scrape");
    return this;
  }

  /**
   * Starts the worker: checks that the database is that of a cluster, creates the queues of the
   * namespaces, registers the templates and takes steps.
   *
   * @return the worker, to be closed by the caller
   * @throws io.tasker.NoHandlersException if there are no handlers at all
   * @throws EngineConfigurationException if there is no database or no template, a bound is not
   *     positive, a template, a handler, configuration or a service is missing or does not fit, or
   *     a cluster would lose steps of a workflow; names all problems at once
   * @throws io.tasker.TaskerException if the database cannot be reached or is not that of a
   *     cluster, another worker has the id, or the HTTP port cannot be had; the message says what
   *     to do
   */
  public TaskerWorker start() {
    if (settings.httpPort != null && settings.metrics == null) {
      Meters.find().ifPresent(meters -> listener(meters.listener()).metrics(meters::scrape));
    }
    StepRunner steps = stepRunner();
    try {
      List<String> problems = settings.problems();
      List<TaskTemplate> templates =
          steps.workflows().stream().map(RunnableWorkflow::template).toList();
      List<String> namespaces = namespaces(templates, problems);
      problems.addAll(
          UnfitWorkflows.problems(
              templates.stream()
                  .filter(template -> namespaces.contains(template.namespace()))
                  .toList()));
      if (!problems.isEmpty()) {
        throw new EngineConfigurationException(problems);
      }
      return new WorkerStart(settings, steps).start(templates, namespaces);
    } catch (Throwable e) {
      steps.close();
      throw e;
    }
  }

  private List<String> namespaces(List<TaskTemplate> templates, List<String> problems) {
    TreeSet<String> known = new TreeSet<>();
    templates.forEach(template -> known.add(template.namespace()));
    if (known.isEmpty()) {
      problems.add(
          "There is no template, so there are no steps to run: add a template, or handlers of a"
              + " @Workflow");
    }
    List<String> chosen = new ArrayList<>(new TreeSet<>(settings.namespaces));
    chosen.stream()
        .filter(namespace -> !known.contains(namespace))
        .map(
            namespace ->
                "There is no template of namespace '%s'; those there are: %s"
                    .formatted(namespace, String.join(", ", known)))
        .forEach(problems::add);
    return chosen.isEmpty() ? List.copyOf(known) : chosen;
  }
}
