package io.tasker.engine;

import io.tasker.StepReport;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.event.EngineEvent;
import io.tasker.handler.StepFailure;
import io.tasker.internal.StepCoordinates;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running task: feeds what happens to its machine and does what the machine says.
 *
 * <p>One thread has the task at a time, by the rules of {@link TaskInbox}.
 */
final class LocalTask implements TaskHandle, Consumer<TaskCommand> {
  private static final Logger LOG = LoggerFactory.getLogger(LocalTask.class);

  private final EngineRuntime runtime;
  private final CompiledWorkflow workflow;
  private final AcceptedTask accepted;
  private final TaskJournal journal;
  private final Consumer<LocalTask> onEnd;
  private final Consumer<LocalTask> onReopen;
  private final TaskMachine machine;
  private final TaskData data;
  private final TaskReporter reporter;
  private final TaskLedger ledger;
  private final TaskInbox inbox = new TaskInbox();
  private final TaskCompletion completion = new TaskCompletion();
  private volatile TaskState state = TaskState.PENDING;

  // Of the thread that has the task.
  private @Nullable RunLoop loop;
  private @Nullable String endReason;
  private boolean justEnded;
  private @Nullable StepAttempt next;

  LocalTask(
      EngineRuntime runtime,
      CompiledWorkflow workflow,
      AcceptedTask accepted,
      TaskJournal journal,
      TaskInput input,
      Consumer<LocalTask> onEnd,
      Consumer<LocalTask> onReopen) {
    this.runtime = runtime;
    this.workflow = workflow;
    this.accepted = accepted;
    this.journal = journal;
    this.onEnd = onEnd;
    this.onReopen = onReopen;
    this.machine = new TaskMachine(workflow.plan());
    int steps = workflow.steps().size();
    this.data = new TaskData(input, runtime.codec(), new TaskSteps(workflow));
    this.reporter = new TaskReporter(this, steps);
    this.ledger = new TaskLedger(workflow, data, reporter, runtime.codec());
  }

  void start() {
    tell(new TaskEvent.Started());
  }

  /** Takes note that a handler is about to be called. */
  void started(StepAttempt attempt, RunLoop here) {
    deliver(attempt.startedEvent(), attempt, null, null, here);
  }

  /** Takes note of the outcome of an attempt. */
  void ended(
      StepAttempt attempt, @Nullable Object value, @Nullable StepFailure failure, RunLoop here) {
    TaskEvent event =
        failure == null ? attempt.succeededEvent(value) : attempt.failedEvent(failure);
    Object kept = value instanceof ResultReader.Outcome outcome ? outcome.value() : value;
    deliver(event, attempt, kept, failure, here);
  }

  @Override
  public void cancel(String reason) {
    tell(new TaskEvent.Cancelled(reason));
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

  /** Returns whether the task has ended in error and an operator may make it go on. */
  boolean isReopenable() {
    return completion.isDone() && machine.state() == TaskState.ERROR;
  }

  private StepOperations operations() {
    return new StepOperations(this);
  }

  /**
   * Lets an operator's event take effect, if need be on a task that has ended.
   *
   * @throws io.tasker.TaskRejectedException if the engine cannot take the task in again
   */
  void operate(TaskEvent.Operation operation, @Nullable Object value) {
    completion.reopen(this::goOn);
    RunLoop here = new RunLoop(runtime.slots(), false);
    deliver(operation, null, value, null, here);
    here.run();
  }

  private void goOn() {
    onReopen.accept(this);
    endReason = null;
    state = TaskState.BLOCKED_BY_FAILURES;
  }

  /** Delivers an event on a thread that is not the executor's. */
  private void tell(TaskEvent event) {
    RunLoop here = new RunLoop(runtime.slots(), false);
    deliver(event, null, null, null, here);
    here.run();
  }

  private void deliver(
      TaskEvent event,
      @Nullable StepAttempt attempt,
      @Nullable Object value,
      @Nullable StepFailure failure,
      RunLoop here) {
    if (!inbox.tryEnter()
        && !inbox.enterOrLeave(new TaskInbox.News(event, attempt, value, failure))) {
      return;
    }
    loop = here;
    process(event, attempt, value, failure);
    boolean isOver = takeEnd();
    TaskInbox.News news = inbox.exitOrTake();
    while (news != null) {
      for (; news != null; news = news.next()) {
        process(news.event, news.attempt, news.value, news.failure);
      }
      isOver |= takeEnd();
      news = inbox.exitOrTake();
    }
    if (isOver) {
      conclude();
    }
  }

  private boolean takeEnd() {
    boolean result = justEnded;
    justEnded = false;
    return result;
  }

  private void process(
      TaskEvent event,
      @Nullable StepAttempt attempt,
      @Nullable Object value,
      @Nullable StepFailure failure) {
    if (state.isFinal() || isOvertaken(event)) {
      return;
    }
    try {
      if (state == TaskState.BLOCKED_BY_FAILURES) {
        journal.reopen();
      }
      journal.append(event, value, failure);
      keep(event, attempt, value, failure);
      machine.apply(event, this);
      if (attempt != null) {
        publish(attempt.stepIndex());
        runtime.events().after(event, this, attempt, failure);
      } else if (event instanceof TaskEvent.Operation operation) {
        publish(operation.step());
      }
      if (state != machine.state()) {
        state = machine.state();
      }
      announce();
    } catch (RuntimeException e) {
      giveUp(e);
    }
  }

  // By an operator, who may act on a step while its wait ends or another operator acts on it.
  private boolean isOvertaken(TaskEvent event) {
    if (event instanceof TaskEvent.RetryDue due) {
      return machine.stepState(due.step()) != StepState.WAITING_FOR_RETRY;
    }
    Optional<String> objection =
        event instanceof TaskEvent.Operation operation
            ? machine.objection(operation)
            : Optional.empty();
    objection.ifPresent(reason -> LOG.warn("{}: {} came too late: {}", this, event, reason));
    return objection.isPresent();
  }

  // What runs next on this very thread has as good as started; a delivery of its own is saved.
  private void announce() {
    StepAttempt attempt = next;
    if (attempt != null) {
      next = null;
      attempt.isAnnounced = true;
      process(attempt.startedEvent(), attempt, null, null);
    }
  }

  private void keep(
      TaskEvent event,
      @Nullable StepAttempt attempt,
      @Nullable Object value,
      @Nullable StepFailure failure) {
    if (attempt == null) {
      if (event instanceof TaskEvent.Cancelled cancelled) {
        endReason = "cancelled: " + cancelled.reason();
      } else if (event instanceof TaskEvent.Started) {
        reporter.taskStarted();
      } else if (event instanceof TaskEvent.StepCompleted completed) {
        ledger.keep(completed.outcome(), value);
      }
      return;
    }
    ledger.keep(event, attempt, value, failure);
  }

  @Override
  public void accept(TaskCommand command) {
    RunLoop here = Objects.requireNonNull(loop);
    if (command instanceof TaskCommand.RunStep run) {
      CompiledStep step = data.steps().step(run.step());
      StepAttempt attempt = new StepAttempt(this, step, run.attempt());
      data.record(run.step()).attempt = attempt;
      publish(run.step());
      if (here.ready(attempt)) {
        next = attempt;
      }
    } else if (command instanceof TaskCommand.CreateStep create) {
      publish(create.step());
    } else if (command instanceof TaskCommand.ScheduleRetry retry) {
      scheduleRetry(retry);
    } else if (command instanceof TaskCommand.StopStep stop) {
      stop(data.record(stop.step()), here);
    } else if (command instanceof TaskCommand.FinishTask finish) {
      finish(finish.state());
    }
  }

  private void scheduleRetry(TaskCommand.ScheduleRetry retry) {
    TaskEvent due = new TaskEvent.RetryDue(retry.step(), retry.attempt());
    reporter.retryScheduled(machine.step(retry.step()).name(), retry.attempt(), retry.delay());
    if (retry.delay().isZero()) {
      tell(due);
    } else {
      data.record(retry.step()).retry = runtime.timer().schedule(retry.delay(), () -> tell(due));
    }
  }

  private static void stop(StepRecord record, RunLoop here) {
    if (record.attempt != null) {
      record.attempt.stop(here);
    }
    if (record.retry != null) {
      record.retry.cancel();
    }
  }

  private void finish(TaskState end) {
    state = end;
    justEnded = true;
    for (int i = 0; i < machine.stepCount(); i++) {
      if (machine.exists(i)) {
        publish(i);
      }
      Cancellable retry = data.record(i).retry;
      if (retry != null) {
        retry.cancel();
      }
    }
    journal.end(end);
  }

  // The store failed, or the engine is wrong: the task cannot go on, and says so.
  private void giveUp(RuntimeException e) {
    LOG.error("{}: given up", this, e);
    endReason = "given up: " + e;
    state = TaskState.ERROR;
    justEnded = true;
    RunLoop here = Objects.requireNonNull(loop);
    for (int i = 0; i < machine.stepCount(); i++) {
      stop(data.record(i), here);
    }
  }

  private void publish(int step) {
    data.record(step).publish(machine.stepState(step), machine.attempts(step));
  }

  private void conclude() {
    LocalTaskResult ended = new LocalTaskResult(this, state, endReason);
    reporter.taskEnded(state, ended.failure().orElse(""));
    onEnd.accept(this);
    completion.end(ended);
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
    return state;
  }

  @Override
  public List<StepReport> steps() {
    List<StepReport> reports = new ArrayList<>(machine.stepCount());
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
    return completion.await();
  }

  @Override
  public TaskResult await(Duration bound) throws InterruptedException, TimeoutException {
    return completion.await(bound);
  }

  @Override
  public CompletionStage<TaskResult> completion() {
    return completion.stage();
  }

  @Override
  public String toString() {
    return workflow.identity() + " task " + id();
  }
}
