package io.tasker.testing;

import io.tasker.HandlerRegistry;
import io.tasker.TaskEngine;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.engine.LocalEngine;
import io.tasker.engine.LocalEngineBuilder;
import io.tasker.template.TaskTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One run of one task on an engine whose only thread is the caller's and whose time is virtual. */
final class VirtualRun {
  private final TaskTemplate template;
  private final Instant start;
  private final VirtualTime time;
  private final RunRecorder recorder;
  private final EventCapture events = new EventCapture();

  VirtualRun(TaskTemplate template, Instant start, VirtualTime time) {
    this.template = template;
    this.start = start;
    this.time = time;
    this.recorder = new RunRecorder(this::elapsed, events);
  }

  private Duration elapsed() {
    return Duration.between(start, time.now());
  }

  /** Runs a task to its end. */
  WorkflowRun run(
      HandlerRegistry handlers, List<Consumer<LocalEngineBuilder>> settings, Object input) {
    try (TaskEngine engine = engine(handlers, settings)) {
      TaskHandle task =
          engine.submit(TaskRequest.of(template.namespace(), template.name()).input(input));
      while (!task.state().isFinal()) {
        if (!time.runNext()) {
          throw new IllegalStateException(
              "The workflow waits for something that never comes, such as a stage that nothing"
                  + " completes:"
                  + StepTable.of(task.steps()));
        }
      }
      time.runReady();
      return new WorkflowRun(task.await(), recorder.attempts(), events, elapsed());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the workflow ran", e);
    }
  }

  private TaskEngine engine(HandlerRegistry handlers, List<Consumer<LocalEngineBuilder>> settings) {
    LocalEngineBuilder engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template)
            .provide(Clock.class, time.clock())
            .timer(time)
            .executor(time)
            .eventExecutor(time)
            .subscribe("*", events)
            .jitter(() -> 1)
            .jsonRoundTrip(true)
            .shutdownDeadline(Duration.ZERO)
            .listener(recorder);
    // Last, since a test may provide a clock of its own.
    settings.forEach(setting -> setting.accept(engine));
    return engine.build();
  }
}
