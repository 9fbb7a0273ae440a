package io.tasker.samples.ecommerce;

import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.template.TaskTemplate;
import io.tasker.template.diagram.TextDiagram;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints a diagram of the workflow, then each attempt as it starts and as it ends. */
final class StepPrinter implements EngineListener {
  private final TaskTemplate workflow;
  private final PrintStream out;

  StepPrinter(TaskTemplate workflow, PrintStream out) {
    this.workflow = workflow;
    this.out = out;
  }

  @Override
  public void taskStarted(EngineEvent.TaskStarted event) {
    out.println(workflow.identity() + ": " + workflow.description());
    out.println();
    out.println(new TextDiagram(workflow).text().indent(2));
  }

  @Override
  public void stepStarted(EngineEvent.StepStarted event) {
    print(event.step(), "started", event.attempt(), "");
  }

  @Override
  public void stepSucceeded(EngineEvent.StepSucceeded event) {
    print(event.step(), "complete", event.attempt(), millis(event.duration()));
  }

  @Override
  public void stepFailed(EngineEvent.StepFailed event) {
    String reason = event.failure().message();
    print(event.step(), "failed", event.attempt(), millis(event.duration()) + "   " + reason);
  }

  @Override
  public void retryScheduled(EngineEvent.RetryScheduled event) {
    print(event.step(), "waiting", event.nextAttempt(), "in" + millis(event.delay()));
  }

  private void print(String step, String what, int attempt, String more) {
    String line = "  %-18s %-9s attempt %d  %s".formatted(step, what, attempt, more);
    out.println(line.stripTrailing());
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%8.1f ms", duration.toNanos() / 1e6);
  }
}
