package io.tasker.engine;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepFailure;
import io.tasker.internal.AttemptContext;
import io.tasker.internal.AttemptEvents;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.TaskValues;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepInvocation;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one step: calls the handler and reports the outcome, unless a timeout or a
 * cancellation was quicker. Whoever ends or stops it owns the outcome and the slot.
 */
final class StepAttempt extends Attempt implements Runnable, StepInvocation {
  private final LocalTask task;
  private final CompiledStep step;
  private final int number;

  /** The attempt behind this one; of the {@link WaitingAttempts}, then of the {@link RunLoop}. */
  @Nullable StepAttempt follower;

  /** The attempt before this one; of the {@link WaitingAttempts}. */
  @Nullable StepAttempt leader;

  /** Whether the task knows already that the handler is about to be called. */
  boolean isAnnounced;

  private @Nullable Thread offeredBy;
  private boolean handedBack;
  private @Nullable Throwable rejection;
  // Written by the thread that begins, read by whoever stops.
  private volatile @Nullable Cancellable timeout;
  private @Nullable StepContext context;
  // Written with the context, read by whoever ends the attempt.
  private volatile @Nullable AttemptEvents events;

  private @Nullable AttemptOutcome outcome;
  private volatile @Nullable AwaitedStage stage;

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

  TaskEvent startedEvent() {
    return number == 1 ? step.started() : new TaskEvent.StepStarted(stepIndex(), number);
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
    if (!tryBegin()) {
      loop.releaseSlot();
      return;
    }
    call();
    AwaitedStage awaited = stage;
    if (awaited != null && !park(awaited)) {
      loop.endHandler();
      return;
    }
    if (tryEnd()) {
      loop.endHandler();
      if (awaited != null && awaited.unwatched() != null) {
        fail(awaited.unwatched());
      }
      report(loop);
    }
  }

  private void call() {
    try {
      if (rejection != null) {
        throw rejection;
      }
      startTimeout();
      Map<String, String> outer =
          task.runtime()
              .logFields()
              .open(task.id(), step.plan().name(), number, task.correlationId());
      try {
        invoke();
      } finally {
        task.runtime().logFields().close(outer);
      }
    } catch (Throwable e) {
      // The outermost edge: handlers may throw anything, and the engine goes on.
      fail(e);
    }
  }

  private void startTimeout() {
    Duration bound = step.timeout();
    if (bound != null) {
      timeout = task.runtime().timer().schedule(bound, this::timedOut);
      if (isStopped()) {
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
      stage = new AwaitedStage(later);
    } else {
      accept(returned);
    }
  }

  private void accept(@Nullable Object returned) {
    outcome = task.runtime().outcomes().read(step, number, returned);
  }

  private void fail(Throwable thrown) {
    outcome = AttemptOutcome.failed(FailureMapping.of(thrown));
  }

  /** Waits for the stage without a thread; returns true if it is complete already. */
  private boolean park(AwaitedStage awaited) {
    if (!tryPark()) {
      awaited.cancel();
      return true;
    }
    return awaited.register(this::arrived);
  }

  private void arrived(@Nullable Object result, @Nullable Throwable thrown) {
    if (Objects.requireNonNull(stage).arrivesWhileRegistering()) {
      settle(result, thrown);
    } else if (tryEnd()) {
      settle(result, thrown);
      RunLoop loop = new RunLoop(task.runtime().slots(), false);
      report(loop);
      loop.run();
    }
  }

  private void settle(@Nullable Object result, @Nullable Throwable thrown) {
    try {
      if (thrown != null) {
        fail(thrown);
      } else {
        accept(result);
      }
    } catch (Throwable e) {
      // The outermost edge, as for a handler that returns at once: its result is foreign code.
      fail(e);
    }
  }

  private void report(RunLoop loop) {
    cancelTimeout();
    report(Objects.requireNonNull(outcome), loop);
  }

  private void report(AttemptOutcome ended, RunLoop loop) {
    loop.holdSlot();
    try {
      task.driver().ended(this, ended, loop);
    } finally {
      loop.releaseHeld();
    }
  }

  private void timedOut() {
    if (!tryStop()) {
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
    report(AttemptOutcome.failed(expired), loop);
    loop.run();
  }

  /** Stops the attempt for good, because its task was cancelled. */
  void stop(RunLoop loop) {
    if (tryStop()) {
      cancelTimeout();
      stopStage();
      loop.releaseSlot();
    } else {
      task.runtime().slots().forget(this);
    }
  }

  private void stopStage() {
    AwaitedStage awaited = stage;
    if (awaited != null) {
      awaited.cancel();
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
      JacksonCodec codec = task.runtime().codec();
      AttemptEvents publisher =
          new AttemptEvents(plan().name(), plan().definition().publishesEvents(), codec);
      events = publisher;
      if (isStopped()) {
        publisher.end();
      }
      current = new AttemptContext(task.coordinates(step, number), task.data(), codec, publisher);
      context = current;
    }
    return current;
  }

  /** Returns what the handler said of its step's events, and lets it say no more. */
  AttemptEvents.Said endEvents() {
    AttemptEvents publisher = events;
    return publisher == null ? AttemptEvents.Said.NOTHING : publisher.end();
  }
}
