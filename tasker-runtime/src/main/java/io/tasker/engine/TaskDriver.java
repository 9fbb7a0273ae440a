package io.tasker.engine;

import io.tasker.StepState;
import io.tasker.TaskState;
import io.tasker.handler.StepFailure;
import io.tasker.internal.FailureMapping;
import java.util.Objects;
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
  private final TaskMachine machine;
  private final TaskReporter reporter;
  private final TaskLedger ledger;
  private final TaskInbox inbox = new TaskInbox();
  private final TaskEnding ending;
  private volatile TaskState state = TaskState.PENDING;

  // Of the thread that has the task.
  private @Nullable RunLoop loop;
  private @Nullable StepAttempt next;

  TaskDriver(LocalTask task, TaskJournal journal, LiveTasks live) {
    this.task = task;
    this.runtime = task.runtime();
    this.journal = journal;
    this.data = task.data();
    this.machine = new TaskMachine(task.workflow().plan());
    this.reporter = new TaskReporter(task, machine.stepCount());
    this.ending = new TaskEnding(task, journal, reporter, live);
    this.ledger = new TaskLedger(task.workflow(), data, reporter, runtime.codec());
  }

  TaskState state() {
    return state;
  }

  TaskCompletion completion() {
    return ending.completion();
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
      if (event instanceof TaskEvent.CheckpointYielded) {
        here.letOthersGoFirst();
      }
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
   * Lets an operator's event take effect, if need be on a task that has ended. If another thread
   * has the task at the moment, a refusal is only logged.
   *
   * @throws IllegalStateException if it comes too late
   * @throws io.tasker.TaskRejectedException if the engine cannot take the task in again
   */
  void operate(TaskEvent.Operation operation, @Nullable Object value) {
    RunLoop here = new RunLoop(runtime.slots(), false);
    TaskInbox.News news =
        new TaskInbox.News(operation, null, AttemptOutcome.success(operation, value));
    boolean isTaken = inbox.enterOrLeave(news);
    if (isTaken) {
      loop = here;
      process(news);
      letGo();
    }
    here.run();
    if (isTaken && news.refusal instanceof RuntimeException refusal) {
      throw refusal;
    }
  }

  /** Delivers an event on a thread that is not the executor's. */
  void tell(TaskEvent event) {
    RunLoop here = new RunLoop(runtime.slots(), false);
    deliver(event, null, AttemptOutcome.NONE, here);
    here.run();
  }

  private void deliver(
      TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome, RunLoop here) {
    if (inbox.tryEnter() || inbox.enterOrLeave(new TaskInbox.News(event, attempt, outcome))) {
      loop = here;
      process(event, attempt, outcome);
      letGo();
    }
  }

  private void letGo() {
    TaskInbox.News news = inbox.exitOrTake();
    while (news != null) {
      for (; news != null; news = news.next()) {
        process(news);
      }
      news = inbox.exitOrTake();
    }
  }

  private void process(TaskInbox.News news) {
    if (!(news.event instanceof TaskEvent.Operation operation)) {
      process(news.event, news.attempt, news.outcome);
      return;
    }
    try {
      admit(operation);
    } catch (RuntimeException | Error e) {
      LOG.warn("{}: {} is refused: {}", task, operation, e.getMessage());
      news.refusal = e;
      return;
    }
    apply(operation, null, news.outcome);
    end();
  }

  // Here and not where the operator called: only who has the task knows how it stands.
  private void admit(TaskEvent.Operation operation) {
    machine
        .objection(operation)
        .ifPresent(
            reason -> {
              throw new IllegalStateException(task + ": the action comes too late. " + reason);
            });
    if (state.isFinal()) {
      ending.reopen();
    }
  }

  private void process(TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome) {
    if (!state.isFinal() && !isOvertaken(event)) {
      apply(event, attempt, outcome);
      end();
    }
  }

  // By an operator, who may settle a step while its wait ends.
  private boolean isOvertaken(TaskEvent event) {
    return event instanceof TaskEvent.RetryDue due
        && machine.stepState(due.step()) != StepState.WAITING_FOR_RETRY;
  }

  private void apply(TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome) {
    try {
      journal.append(event, outcome.value(), outcome.failure(), outcome.metadata());
      keep(event, attempt, outcome);
      machine.apply(event, this);
      if (attempt != null) {
        publish(attempt.stepIndex());
        runtime.events().after(event, task, attempt, outcome.failure());
      } else if (event instanceof TaskEvent.Operation operation) {
        publish(operation.step());
      }
      state = machine.state();
      announce();
    } catch (Throwable e) {
      // The store and the timer are foreign code; a task that nobody ends would hang for good.
      giveUp(e);
    }
  }

  private void end() {
    Runnable whoWaits = ending.take(state);
    if (whoWaits != null) {
      Objects.requireNonNull(loop).tellLater(whoWaits);
    }
  }

  // What runs next on this very thread has as good as started; a delivery of its own is saved.
  private void announce() {
    StepAttempt attempt = next;
    if (attempt != null) {
      next = null;
      attempt.isAnnounced = true;
      apply(attempt.startedEvent(), attempt, AttemptOutcome.NONE);
    }
  }

  private void keep(TaskEvent event, @Nullable StepAttempt attempt, AttemptOutcome outcome) {
    if (attempt == null) {
      if (event instanceof TaskEvent.Cancelled cancelled) {
        ending.cancelled(cancelled.reason());
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
    reporter.retryScheduled(data.steps().step(retry.step()).plan(), retry.attempt(), retry.delay());
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
    for (int i = 0; i < machine.stepCount(); i++) {
      if (machine.exists(i)) {
        publish(i);
      }
      Cancellable retry = data.record(i).retry;
      if (retry != null) {
        retry.cancel();
      }
    }
    ending.ended(end);
  }

  // The store failed, or the engine is wrong: the task cannot go on, and says so.
  private void giveUp(Throwable e) {
    state = TaskState.ERROR;
    next = null;
    RunLoop here = Objects.requireNonNull(loop);
    for (int i = 0; i < machine.stepCount(); i++) {
      try {
        stop(data.record(i), here);
      } catch (Throwable again) {
        LOG.error("{}: a step that was to stop may go on", task, again);
      }
    }
    ending.givenUp(e);
  }

  private void publish(int step) {
    data.record(step).publish(machine.stepState(step), machine.attempts(step));
  }
}
