package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import io.tasker.internal.FailureMapping;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds what happens to the machine of a task and does what the machine says.
 *
 * <p>One thread has the task at a time, by the rules of {@link TaskInbox}.
 */
final class TaskDriver implements Consumer<TaskCommand> {
  private static final Logger LOG = LoggerFactory.getLogger(TaskDriver.class);

  private final LocalTask task;
  private final EngineRuntime runtime;
  private final TaskJournal journal;
  private final TaskData data;
  private final Consumer<LocalTask> onEnd;
  private final Consumer<LocalTask> onReopen;
  private final TaskMachine machine;
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

  TaskDriver(
      LocalTask task,
      TaskJournal journal,
      Consumer<LocalTask> onEnd,
      Consumer<LocalTask> onReopen) {
    this.task = task;
    this.runtime = task.runtime();
    this.journal = journal;
    this.data = task.data();
    this.onEnd = onEnd;
    this.onReopen = onReopen;
    this.machine = new TaskMachine(task.workflow().plan());
    this.reporter = new TaskReporter(task, machine.stepCount());
    this.ledger = new TaskLedger(task.workflow(), data, reporter, runtime.codec());
  }

  TaskState state() {
    return state;
  }

  TaskCompletion completion() {
    return completion;
  }

  /** Returns whether the task has ended in error and an operator may make it go on. */
  boolean isReopenable() {
    return completion.isDone() && machine.state() == TaskState.ERROR;
  }

  /** Takes note that a handler is about to be called. */
  void started(StepAttempt attempt, RunLoop here) {
    deliver(attempt.startedEvent(), attempt, AttemptOutcome.NONE, here);
  }

  /** Takes note of what an attempt came to. */
  void ended(StepAttempt attempt, AttemptOutcome outcome, RunLoop here) {
    TaskEvent event = outcome.event();
    if (event == null) {
      failed(attempt, outcome, here);
    } else {
      deliver(event, attempt, outcome, here);
    }
  }

  // Without a factor there is no wait, and so no retry: the application's supplier is broken.
  private void failed(StepAttempt attempt, AttemptOutcome outcome, RunLoop here) {
    StepFailure failure = Objects.requireNonNull(outcome.failure());
    AttemptOutcome kept = outcome;
    TaskEvent event;
    try {
      event = attempt.failedEvent(failure, runtime.jitter().getAsDouble());
    } catch (RuntimeException | Error e) {
      StepFailure last =
          StepFailure.of(
              "%s (not retried, since the engine's jitter failed: %s)"
                  .formatted(failure.message(), FailureMapping.of(e).message()),
              failure.errorType(),
              false);
      kept = AttemptOutcome.failed(last);
      event = attempt.failedEvent(last, 1);
    }
    deliver(event, attempt, kept, here);
  }

  /**
   * Lets an operator's event take effect, if need be on a task that has ended.
   *
   * @throws io.tasker.TaskRejectedException if the engine cannot take the task in again
   */
  void operate(TaskEvent.Operation operation, @Nullable Object value) {
    completion.reopen(this::goOn);
    RunLoop here = new RunLoop(runtime.slots(), false);
    deliver(operation, null, AttemptOutcome.success(operation, value), here);
    here.run();
  }

  private void goOn() {
    onReopen.accept(task);
    endReason = null;
    state = TaskState.BLOCKED_BY_FAILURES;
  }

  /** Delivers an event on a thread that is not the executor's. */
  void tell(TaskEvent event) {
    RunLoop here = new RunLoop(runtime.slots(), false);
    deliver(event, null, AttemptOutcome.NONE, here);
    here.run();
  }

  private void deliver(
      TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome, RunLoop here) {
    if (!inbox.tryEnter() && !inbox.enterOrLeave(new TaskInbox.News(event, attempt, outcome))) {
      return;
    }
    loop = here;
    process(event, attempt, outcome);
    boolean isOver = takeEnd();
    TaskInbox.News news = inbox.exitOrTake();
    while (news != null) {
      for (; news != null; news = news.next()) {
        process(news.event, news.attempt, news.outcome);
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

  private void process(TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome) {
    if (state.isFinal() || isOvertaken(event)) {
      return;
    }
    try {
      if (state == TaskState.BLOCKED_BY_FAILURES) {
        journal.reopen();
      }
      journal.append(event, outcome.value(), outcome.failure());
      keep(event, attempt, outcome);
      machine.apply(event, this);
      if (attempt != null) {
        publish(attempt.stepIndex());
        runtime.events().after(event, task, attempt, outcome.failure());
      } else if (event instanceof TaskEvent.Operation operation) {
        publish(operation.step());
      }
      if (state != machine.state()) {
        state = machine.state();
      }
      announce();
    } catch (Throwable e) {
      // The store and the timer are foreign code; a task that nobody ends would hang for good.
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
    objection.ifPresent(reason -> LOG.warn("{}: {} came too late: {}", task, event, reason));
    return objection.isPresent();
  }

  // What runs next on this very thread has as good as started; a delivery of its own is saved.
  private void announce() {
    StepAttempt attempt = next;
    if (attempt != null) {
      next = null;
      attempt.isAnnounced = true;
      process(attempt.startedEvent(), attempt, AttemptOutcome.NONE);
    }
  }

  private void keep(TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome) {
    if (attempt == null) {
      if (event instanceof TaskEvent.Cancelled cancelled) {
        endReason = "cancelled: " + cancelled.reason();
      } else if (event instanceof TaskEvent.Started) {
        reporter.taskStarted();
      } else if (event instanceof TaskEvent.StepCompleted completed) {
        ledger.keep(completed.outcome(), outcome);
      }
      return;
    }
    ledger.keep(event, attempt, outcome);
  }

  @Override
  public void accept(TaskCommand command) {
    RunLoop here = Objects.requireNonNull(loop);
    if (command instanceof TaskCommand.RunStep run) {
      CompiledStep step = data.steps().step(run.step());
      StepAttempt attempt = new StepAttempt(task, step, run.attempt());
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
  private void giveUp(Throwable e) {
    LOG.error("{}: given up", task, e);
    endReason = "given up: " + e;
    state = TaskState.ERROR;
    justEnded = true;
    next = null;
    RunLoop here = Objects.requireNonNull(loop);
    for (int i = 0; i < machine.stepCount(); i++) {
      try {
        stop(data.record(i), here);
      } catch (Throwable again) {
        LOG.error("{}: a step that was to stop may go on", task, again);
      }
    }
  }

  private void publish(int step) {
    data.record(step).publish(machine.stepState(step), machine.attempts(step));
  }

  private void conclude() {
    LocalTaskResult ended = new LocalTaskResult(task, state, endReason);
    try {
      reporter.taskEnded(state, ended.failure().orElse(""));
    } finally {
      onEnd.accept(task);
      completion.end(ended);
    }
  }
}
