package io.tasker.engine;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.internal.AttemptContext;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.TaskValues;
import io.tasker.internal.UnfitValueException;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepInvocation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one step: calls the handler and reports the outcome, unless a timeout or a
 * cancellation was quicker. Whoever moves {@link AttemptPhase} to an end owns the outcome and the
 * slot.
 */
final class StepAttempt implements Runnable, StepInvocation {
  private final LocalTask task;
  private final CompiledStep step;
  private final int number;
  private final AttemptPhase phase = new AttemptPhase();

  /** The attempt that comes after this one on its thread; of the {@link RunLoop}. */
  @Nullable StepAttempt follower;

  /** Whether the task knows already that the handler is about to be called. */
  boolean isAnnounced;

  private @Nullable Thread offeredBy;
  private boolean handedBack;
  private @Nullable Throwable rejection;
  // Written by the thread that begins, read by whoever stops.
  private volatile @Nullable Cancellable timeout;
  private @Nullable StepContext context;

  // The outcome, once there is one: a failure, or else the value, which may be null.
  private @Nullable Object value;
  private @Nullable StepFailure failure;
  private Map<String, Object> metadata = Map.of();
  private volatile @Nullable CompletionStage<?> stage;
  private @Nullable Thread registering;
  private boolean arrivedWhileRegistering;

  StepAttempt(LocalTask task, CompiledStep step, int number) {
    this.task = task;
    this.step = step;
    this.number = number;
  }

  int stepIndex() {
    return step.plan().index();
  }

  StepPlan plan() {
    return step.plan();
  }

  int number() {
    return number;
  }

  /** Returns the facts about the run that the handler gave beside its result or failure. */
  Map<String, Object> metadata() {
    return metadata;
  }

  TaskEvent startedEvent() {
    return number == 1 ? step.started() : new TaskEvent.StepStarted(stepIndex(), number);
  }

  TaskEvent succeededEvent(@Nullable Object result) {
    if (result instanceof ResultReader.Outcome outcome) {
      return outcome.event();
    }
    return number == 1 ? step.succeeded() : new TaskEvent.StepSucceeded(stepIndex(), number);
  }

  /**
   * @throws IllegalArgumentException if the jitter is not between 0 and 2
   */
  TaskEvent failedEvent(StepFailure reason, double jitter) {
    return new TaskEvent.StepFailed(
        stepIndex(), number, reason.retryable(), reason.retryAfter().orElse(null), jitter);
  }

  /** Notes who gives this to the executor, to notice an executor that runs it on the spot. */
  void offeredBy(Thread thread) {
    offeredBy = thread;
  }

  /** Returns whether the executor ran this on the spot, which only hands it back to the caller. */
  boolean wasHandedBack() {
    offeredBy = null;
    boolean result = handedBack;
    handedBack = false;
    return result;
  }

  /** Notes that the executor did not take this, which makes the attempt fail. */
  void rejected(Throwable reason) {
    offeredBy = null;
    rejection = reason;
  }

  @Override
  public void run() {
    if (offeredBy == Thread.currentThread()) {
      handedBack = true;
      return;
    }
    RunLoop loop = new RunLoop(task.runtime().slots(), true);
    loop.add(this);
    loop.run();
  }

  /** Runs the attempt, which has a slot. */
  void perform(RunLoop loop) {
    // Before it can be interrupted, since an interrupt is for the handler and not for the store.
    if (!isAnnounced) {
      task.driver().started(this, loop);
    }
    if (!phase.begin()) {
      loop.releaseSlot();
      return;
    }
    call();
    if (stage != null && !park()) {
      return;
    }
    if (phase.end()) {
      loop.endHandler();
      report(loop);
      loop.releaseHeld();
    }
  }

  private void call() {
    try {
      if (rejection != null) {
        throw rejection;
      }
      startTimeout();
      Map<String, String> outer = task.runtime().logFields().open(task, step, number);
      try {
        invoke();
      } finally {
        task.runtime().logFields().close(outer);
      }
    } catch (Throwable e) {
      // The outermost edge: handlers may throw anything, and the engine goes on.
      failure = FailureMapping.of(e);
    }
  }

  private void startTimeout() {
    Duration bound = step.timeout();
    if (bound != null) {
      timeout = task.runtime().timer().schedule(bound, this::timedOut);
      if (phase.isStopped()) {
        cancelTimeout();
      }
    }
  }

  private void cancelTimeout() {
    Cancellable pending = timeout;
    if (pending != null) {
      pending.cancel();
    }
  }

  private void invoke() throws Exception {
    BatchInput batch = step.batch();
    if (batch != null && batch.isNoOp()) {
      accept(batch.noOpResult());
      return;
    }
    Object returned = step.adapter().call(this);
    if (returned instanceof CompletionStage<?> later) {
      stage = later;
    } else {
      accept(returned);
    }
  }

  private void accept(@Nullable Object returned) {
    if (returned instanceof StepResult.Success<?> success) {
      metadata = success.metadata();
      keep(success.value());
    } else if (returned instanceof StepResult.Failure<?> failed) {
      metadata = failed.metadata();
      failure = failed.failure();
    } else if (returned instanceof StepExecutionResult result) {
      metadata = result.metadata().custom();
      if (result.success()) {
        keep(SpecialResults.unwrap(step, result));
      } else {
        failure = FailureMapping.of(result);
      }
    } else {
      keep(returned);
    }
  }

  private void keep(@Nullable Object result) {
    try {
      ResultReader reader = step.reader();
      if (reader == null) {
        SpecialResults.refuse(step, result);
        value = transport(result);
      } else {
        ResultReader.Outcome outcome = reader.read(step.plan(), number, result);
        value =
            new ResultReader.Outcome(
                outcome.event(), outcome.value() == null ? null : transport(outcome.value()));
      }
    } catch (InvalidOutcomeException e) {
      failure = FailureMapping.of(e);
    } catch (UnfitValueException e) {
      failure = FailureMapping.of(InvalidResultException.of(step, e));
    }
  }

  private @Nullable Object transport(@Nullable Object result) {
    return task.runtime().isRoundTrip() ? task.runtime().codec().roundTrip(result) : result;
  }

  /** Waits for the stage without a thread; returns true if it is complete already. */
  private boolean park() {
    CompletionStage<?> later = stage;
    if (later == null || !phase.park()) {
      stopStage();
      return true;
    }
    registering = Thread.currentThread();
    try {
      later.whenComplete(this::arrived);
    } catch (Throwable e) {
      failure = FailureMapping.of(e);
      arrivedWhileRegistering = true;
    }
    registering = null;
    return arrivedWhileRegistering;
  }

  private void arrived(@Nullable Object result, @Nullable Throwable thrown) {
    if (registering == Thread.currentThread()) {
      settle(result, thrown);
      arrivedWhileRegistering = true;
      return;
    }
    if (phase.end()) {
      settle(result, thrown);
      RunLoop loop = new RunLoop(task.runtime().slots(), false);
      report(loop);
      loop.releaseHeld();
      loop.run();
    }
  }

  private void settle(@Nullable Object result, @Nullable Throwable thrown) {
    try {
      if (thrown != null) {
        failure = FailureMapping.of(thrown);
      } else {
        accept(result);
      }
    } catch (Throwable e) {
      // The outermost edge, as for a handler that returns at once: its result is foreign code.
      failure = FailureMapping.of(e);
    }
  }

  private void report(RunLoop loop) {
    cancelTimeout();
    loop.holdSlot();
    task.driver().ended(this, value, failure, loop);
  }

  private void timedOut() {
    if (!phase.stop()) {
      return;
    }
    stopStage();
    // Not into the field: the handler may just be failing on its own thread.
    StepFailure expired =
        StepFailure.of(
            "The handler did not end within %s; attempt %d was interrupted"
                .formatted(step.timeout(), number),
            ErrorTypes.HANDLER_TIMEOUT,
            true);
    RunLoop loop = new RunLoop(task.runtime().slots(), false);
    loop.holdSlot();
    task.driver().ended(this, null, expired, loop);
    loop.releaseHeld();
    loop.run();
  }

  /** Stops the attempt for good, because its task was cancelled. */
  void stop(RunLoop loop) {
    if (phase.stop()) {
      cancelTimeout();
      stopStage();
      loop.releaseSlot();
    }
  }

  private void stopStage() {
    if (stage instanceof Future<?> future) {
      future.cancel(true);
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // planned for this type
  public <T> T argument(Parameter<T> parameter) {
    return (T) step.binding().value(parameter, values());
  }

  private TaskValues values() {
    BatchInput batch = step.batch();
    TaskData data = task.data();
    return batch == null
        ? data
        : new BatchValues(data, batch.slice(data.record(stepIndex()).checkpoint));
  }

  @Override
  public StepContext context() {
    StepContext current = context;
    if (current == null) {
      current =
          new AttemptContext(task.coordinates(step, number), task.data(), task.runtime().codec());
      context = current;
    }
    return current;
  }
}
