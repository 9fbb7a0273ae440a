package io.tasker.engine;

import io.tasker.handler.ErrorTypes;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepFailure;
import io.tasker.internal.AttemptContext;
import io.tasker.internal.AttemptEvents;
import io.tasker.internal.FailureMapping;
import io.tasker.internal.JacksonCodec;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepInvocation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An attempt that a {@link StepRunner} makes. It ends once: by its handler, late, or stopped. */
public final class RunningStep extends Attempt implements Runnable {
  private final StepRunner runner;
  private final StepCall call;
  private final CompiledStep step;
  private final CalledValues values;
  private final Consumer<StepEnd> whenEnded;
  private volatile @Nullable Cancellable timeout;
  private volatile @Nullable CompletionStage<?> stage;
  private volatile @Nullable AttemptEvents events;

  RunningStep(StepRunner runner, StepCall call, CompiledStep step, Consumer<StepEnd> whenEnded) {
    this.runner = runner;
    this.call = call;
    this.step = step;
    this.values = new CalledValues(call, step, runner.codec());
    this.whenEnded = whenEnded;
  }

  /**
   * Returns the call.
   *
   * @return the call
   */
  public StepCall call() {
    return call;
  }

  /**
   * Stops the attempt, interrupting its handler. Nobody is told how it ended then.
   *
   * @return true if it was stopped while it ran; false if it had ended, or had not begun and never
   *     will
   */
  public boolean stop() {
    if (!tryStop()) {
      return false;
    }
    calledOff();
    return true;
  }

  /** Calls the handler on the current thread; does nothing if the attempt was stopped before. */
  @Override
  public void run() {
    if (!tryBegin()) {
      return;
    }
    AttemptOutcome outcome;
    Map<String, String> outer =
        runner.logFields().open(call.taskUuid(), call.name(), call.attempt(), call.correlationId());
    try {
      startTimeout();
      Object returned = invoke();
      if (returned instanceof CompletionStage<?> later) {
        runner.logFields().close(outer);
        await(later);
        return;
      }
      outcome = read(returned);
    } catch (Throwable e) {
      // The outermost edge: handlers may throw anything, and the worker goes on.
      outcome = AttemptOutcome.failed(FailureMapping.of(e));
    }
    runner.logFields().close(outer);
    if (tryEnd()) {
      report(outcome);
    }
  }

  private void startTimeout() {
    Duration bound = step.timeout();
    if (bound != null) {
      timeout = runner.timer().schedule(bound, () -> timedOut(bound));
      if (isStopped()) {
        calledOff();
      }
    }
  }

  private @Nullable Object invoke() throws Exception {
    BatchInput batch = step.batch();
    return batch != null && batch.isNoOp()
        ? batch.noOpResult()
        : step.adapter().call(new Invocation());
  }

  private void await(CompletionStage<?> later) {
    stage = later;
    if (!tryPark()) {
      calledOff();
      tryEnd();
      return;
    }
    try {
      later.whenComplete(this::arrived);
    } catch (Throwable e) {
      arrived(null, e);
    }
  }

  private void arrived(@Nullable Object returned, @Nullable Throwable thrown) {
    if (!tryEnd()) {
      return;
    }
    AttemptOutcome outcome;
    try {
      outcome = thrown == null ? read(returned) : AttemptOutcome.failed(FailureMapping.of(thrown));
    } catch (Throwable e) {
      outcome = AttemptOutcome.failed(FailureMapping.of(e));
    }
    report(outcome);
  }

  private AttemptOutcome read(@Nullable Object returned) {
    return runner.outcomes().read(step, call.attempt(), returned);
  }

  private void timedOut(Duration bound) {
    if (tryStop()) {
      calledOff();
      report(
          AttemptOutcome.failed(
              StepFailure.of(
                  "The handler did not end within %s; attempt %d was interrupted"
                      .formatted(bound, call.attempt()),
                  ErrorTypes.HANDLER_TIMEOUT,
                  true)));
    }
  }

  private void calledOff() {
    cancelTimeout();
    if (stage instanceof Future<?> future) {
      future.cancel(true);
    }
  }

  private void cancelTimeout() {
    Cancellable pending = timeout;
    if (pending != null) {
      pending.cancel();
    }
  }

  private void report(AttemptOutcome outcome) {
    cancelTimeout();
    whenEnded.accept(end(outcome));
  }

  private StepEnd end(AttemptOutcome outcome) {
    AttemptEvents publisher = events;
    EventsByHand byHand =
        publisher == null ? call.events() : call.events().and(EventsByHand.of(publisher.end()));
    StepFailure failure = outcome.failure();
    if (failure != null) {
      Duration wait =
          RetryDelay.after(
              step.plan().definition().retry(),
              call.attempt(),
              failure.retryAfter().orElse(null),
              1);
      return new StepEnd.Failed(failure, wait, outcome.metadata(), byHand);
    }
    JacksonCodec codec = runner.codec();
    if (outcome.event() instanceof TaskEvent.CheckpointYielded yielded) {
      return new StepEnd.Yielded(
          new StepCall.Checkpoint(
              yielded.cursor(),
              yielded.itemsProcessed(),
              outcome.value() == null ? null : codec.toTree(outcome.value())),
          byHand);
    }
    return new StepEnd.Completed(codec.toTree(outcome.value()), outcome.metadata(), byHand);
  }

  private final class Invocation implements StepInvocation {
    private @Nullable StepContext context;

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // planned for this type
    public <T> T argument(Parameter<T> parameter) {
      return (T) step.binding().value(parameter, values);
    }

    @Override
    public StepContext context() {
      StepContext current = context;
      if (current == null) {
        JacksonCodec codec = runner.codec();
        AttemptEvents publisher =
            new AttemptEvents(call.name(), step.plan().definition().publishesEvents(), codec);
        events = publisher;
        if (isStopped()) {
          publisher.end();
        }
        current =
            new AttemptContext(new CalledStep(call, step, values, codec), values, codec, publisher);
        context = current;
      }
      return current;
    }
  }
}
