package io.tasker.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineEvent.TaskIdentity;
import io.tasker.event.EngineListener;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Counts and times what an engine does, for any monitoring system that Micrometer knows. Needs
 * {@code micrometer-core} on the class path.
 *
 * <pre>{@code
 * LocalEngine.builder().listener(new TaskerMetrics(registry))
 * }</pre>
 *
 * <table>
 *   <caption>Meters</caption>
 *   <tr><th>name</th><th>meter</th><th>tags</th></tr>
 *   <tr><td>{@code tasker.tasks.started}</td><td>counter</td><td>{@code namespace}, {@code
 *       workflow}</td></tr>
 *   <tr><td>{@code tasker.tasks}</td><td>timer, from acceptance to end</td><td>{@code namespace},
 *       {@code workflow}, {@code state} ({@code complete}, {@code error}, …)</td></tr>
 *   <tr><td>{@code tasker.steps}</td><td>timer of attempts</td><td>{@code namespace}, {@code
 *       workflow}, {@code step}, {@code outcome} ({@code success} or {@code failure}), {@code
 *       error} (the error type, or {@code none})</td></tr>
 *   <tr><td>{@code tasker.steps.retries}</td><td>counter</td><td>{@code namespace}, {@code
 *       workflow}, {@code step}</td></tr>
 *   <tr><td>{@code tasker.steps.abandoned}</td><td>counter of steps that a worker of a cluster could
 *       neither run nor fail</td><td>{@code namespace}</td></tr>
 *   <tr><td>{@code tasker.events}</td><td>counter of domain events</td><td>{@code namespace},
 *       {@code event}, {@code outcome} ({@code published}, {@code failed} or {@code
 *       dropped})</td></tr>
 * </table>
 *
 * <p>A step has its name in the template, so all batches of a worker step are one. Tasks are told
 * of by a local engine only: on a cluster the orchestrator has them.
 */
@SuppressWarnings("exports") // whoever uses it has Micrometer, and nobody else needs it
public final class TaskerMetrics implements EngineListener {
  private static final String NONE = "none";

  private final MeterRegistry registry;

  /**
   * Creates the meters.
   *
   * @param registry where they are
   */
  public TaskerMetrics(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void taskStarted(EngineEvent.TaskStarted event) {
    Counter.builder("tasker.tasks.started")
        .description("Tasks that were accepted")
        .tags(workflow(event.task()))
        .register(registry)
        .increment();
  }

  @Override
  public void taskEnded(EngineEvent.TaskEnded event) {
    Timer.builder("tasker.tasks")
        .description("Tasks from acceptance to end")
        .tags(workflow(event.task()))
        .tag("state", event.state().name().toLowerCase(Locale.ROOT))
        .register(registry)
        .record(event.duration());
  }

  @Override
  public void stepSucceeded(EngineEvent.StepSucceeded event) {
    attempt(event.task(), event.templateStep(), "success", NONE, event.duration());
  }

  @Override
  public void stepFailed(EngineEvent.StepFailed event) {
    attempt(
        event.task(),
        event.templateStep(),
        "failure",
        event.failure().errorType(),
        event.duration());
  }

  private void attempt(
      TaskIdentity task, String step, String outcome, String error, Duration duration) {
    Timer.builder("tasker.steps")
        .description("Attempts of steps")
        .tags(workflow(task))
        .tags("step", step, "outcome", outcome, "error", error)
        .register(registry)
        .record(duration);
  }

  @Override
  public void retryScheduled(EngineEvent.RetryScheduled event) {
    Counter.builder("tasker.steps.retries")
        .description("Further attempts that steps wait for")
        .tags(workflow(event.task()))
        .tag("step", event.templateStep())
        .register(registry)
        .increment();
  }

  @Override
  public void eventPublished(EngineEvent.EventPublished event) {
    event(event.task(), event.event(), "published");
  }

  @Override
  public void eventFailed(EngineEvent.EventFailed event) {
    event(event.task(), event.event(), "failed");
  }

  @Override
  public void eventDropped(EngineEvent.EventDropped event) {
    event(event.task(), event.event(), "dropped");
  }

  @Override
  public void stepAbandoned(EngineEvent.StepAbandoned event) {
    Counter.builder("tasker.steps.abandoned")
        .description("Steps that could neither be run nor failed")
        .tags("namespace", event.task().namespace())
        .register(registry)
        .increment();
  }

  private void event(TaskIdentity task, String name, String outcome) {
    Counter.builder("tasker.events")
        .description("Domain events by what became of them")
        .tags("namespace", task.namespace(), "event", name, "outcome", outcome)
        .register(registry)
        .increment();
  }

  private static Tags workflow(TaskIdentity task) {
    return Tags.of("namespace", task.namespace(), "workflow", task.name());
  }
}
