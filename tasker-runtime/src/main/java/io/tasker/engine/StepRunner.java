package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Runs single steps for whoever knows which step is next, such as a worker of a cluster. Arguments
 * are bound and outcomes are read as {@link LocalEngine} does with {@code jsonRoundTrip(true)};
 * there are no tasks, no queues and no retries here. Safe for use by several threads.
 */
public final class StepRunner implements AutoCloseable {
  private final WorkflowSources sources;
  private final List<RunnableWorkflow> workflows;
  private final JacksonCodec codec;
  private final OutcomeReader outcomes;
  private final StepLogFields logFields;
  private final SystemTimer timer = new SystemTimer();
  private final ExecutorService threads = EngineThreads.create();

  StepRunner(
      WorkflowSources sources,
      List<RunnableWorkflow> workflows,
      JacksonCodec codec,
      StepLogFields logFields) {
    this.sources = sources;
    this.workflows = List.copyOf(workflows);
    this.codec = codec;
    this.outcomes = new OutcomeReader(codec, true);
    this.logFields = logFields;
  }

  /**
   * Starts the description of a runner.
   *
   * @return a builder
   */
  public static StepRunnerBuilder builder() {
    return new StepRunnerBuilder();
  }

  /**
   * Returns the workflows it was built with.
   *
   * @return the workflows; unmodifiable
   */
  public List<RunnableWorkflow> workflows() {
    return workflows;
  }

  /**
   * Returns the workflow of a template: one it was built with if the template is equal, else a new
   * one.
   *
   * @param template the template
   * @return the workflow
   * @throws EngineConfigurationException if the template cannot be run with the handlers, services
   *     and configuration there are; names all problems at once
   */
  public synchronized RunnableWorkflow workflow(TaskTemplate template) {
    for (RunnableWorkflow workflow : workflows) {
      if (workflow.template().equals(template)) {
        return workflow;
      }
    }
    List<String> problems = new ArrayList<>();
    Optional<RunnableWorkflow> compiled = sources.compile(template, problems);
    if (compiled.isEmpty() || !problems.isEmpty()) {
      throw new EngineConfigurationException(problems);
    }
    return compiled.get();
  }

  /**
   * Returns threads for handlers and what goes with them: virtual ones where the JDK has them.
   * There is no bound to their number.
   *
   * @return the threads, which end with the runner
   */
  public Executor threads() {
    return threads;
  }

  /**
   * Prepares an attempt, which is made by running it.
   *
   * @param call the attempt
   * @param whenEnded is told once how the attempt ended, on the handler's thread, on that of the
   *     stage it returned or, after a timeout, on a timer's; must not throw
   * @return the attempt, to be run once, on the thread that the handler shall run on
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public RunningStep prepare(StepCall call, Consumer<StepEnd> whenEnded) {
    return new RunningStep(this, call, step(call), whenEnded);
  }

  private static CompiledStep step(StepCall call) {
    CompiledWorkflow workflow = call.workflow().compiled();
    CompiledStep step =
        workflow
            .plan()
            .step(call.templateStep())
            .map(plan -> workflow.steps().get(plan.index()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no step '%s'".formatted(workflow.identity(), call.templateStep())));
    JsonNode given = call.batch();
    if (given == null) {
      return step;
    }
    JsonNode cursor = given.path("cursor");
    StepPlan batch =
        step.plan().batch(workflow.plan().steps().size(), cursor.path("batch_id").asString(""));
    return step.batch(
        batch, new BatchInput(batch, cursor, given.path("is_no_op").asBoolean(false)));
  }

  /**
   * Returns the steps whose events nobody publishes, because a runner has no publishers.
   *
   * @return one line for each, {@code template: step}
   */
  public List<String> unpublished() {
    return workflows.stream()
        .map(RunnableWorkflow::template)
        .flatMap(
            template ->
                template.steps().stream()
                    .filter(step -> !step.publishesEvents().isEmpty())
                    .map(step -> template.identity() + ": " + step.name()))
        .toList();
  }

  JacksonCodec codec() {
    return codec;
  }

  OutcomeReader outcomes() {
    return outcomes;
  }

  StepLogFields logFields() {
    return logFields;
  }

  SystemTimer timer() {
    return timer;
  }

  /** Interrupts the handlers that run on its threads and frees what they were given by it. */
  @Override
  public void close() {
    threads.shutdownNow();
    timer.close();
    sources.close();
  }
}
