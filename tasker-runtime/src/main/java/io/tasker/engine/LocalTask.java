package io.tasker.engine;

import io.tasker.StepReport;
import io.tasker.TaskHandle;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.event.EngineEvent;
import io.tasker.internal.StepCoordinates;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A task of this JVM as others see it: who it is, how it stands and what an operator may do. */
final class LocalTask implements TaskHandle {
  private final EngineRuntime runtime;
  private final CompiledWorkflow workflow;
  private final AcceptedTask accepted;
  private final TaskData data;
  private final TaskDriver driver;

  LocalTask(
      EngineRuntime runtime,
      CompiledWorkflow workflow,
      AcceptedTask accepted,
      TaskJournal journal,
      TaskInput input,
      LiveTasks live) {
    this.runtime = runtime;
    this.workflow = workflow;
    this.accepted = accepted;
    this.data = new TaskData(input, runtime.codec(), new TaskSteps(workflow));
    this.driver = new TaskDriver(this, journal, live);
  }

  void start() {
    driver.tell(new TaskEvent.Started());
  }

  @Override
  public void cancel(String reason) {
    driver.tell(new TaskEvent.Cancelled(reason));
  }

  @Override
  public void resetStep(String step, String reason) {
    operations().reset(step, reason);
  }

  @Override
  public void resolveStep(String step, String reason) {
    operations().resolve(step, reason);
  }

  @Override
  public void completeStep(String step, @Nullable Object value, String reason) {
    operations().complete(step, value, reason);
  }

  private StepOperations operations() {
    return new StepOperations(this);
  }

  TaskDriver driver() {
    return driver;
  }

  @Override
  public UUID id() {
    return accepted.id();
  }

  UUID correlationId() {
    return accepted.correlationId();
  }

  Instant acceptedAt() {
    return accepted.acceptedAt();
  }

  TaskData data() {
    return data;
  }

  EngineRuntime runtime() {
    return runtime;
  }

  EngineEvent.TaskIdentity identity() {
    TaskTemplate template = workflow.plan().template();
    return new EngineEvent.TaskIdentity(
        id(), correlationId(), template.namespace(), template.name(), template.version());
  }

  StepCoordinates coordinates(CompiledStep step, int attempt) {
    return new AttemptCoordinates(this, workflow.plan().template(), step, attempt);
  }

  @Override
  public TaskState state() {
    return driver.state();
  }

  @Override
  public List<StepReport> steps() {
    List<StepReport> reports = new ArrayList<>(data.steps().count());
    data.steps().forEachExisting(step -> reports.add(report(step)));
    return Collections.unmodifiableList(reports);
  }

  CompiledWorkflow workflow() {
    return workflow;
  }

  StepReport report(CompiledStep step) {
    return LocalStepReport.of(step, data.record(step.plan().index()), this);
  }

  @Override
  public TaskResult await() throws InterruptedException {
    return driver.completion().await();
  }

  @Override
  public TaskResult await(Duration bound) throws InterruptedException, TimeoutException {
    return driver.completion().await(bound);
  }

  @Override
  public CompletionStage<TaskResult> completion() {
    return driver.completion().stage();
  }

  @Override
  public String toString() {
    return workflow.identity() + " task " + id();
  }
}
