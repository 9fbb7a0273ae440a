package io.tasker.worker;

import io.tasker.engine.RunningStep;
import io.tasker.engine.StepCall;
import io.tasker.engine.StepEnd;
import io.tasker.handler.StepFailure;
import io.tasker.worker.database.DatabaseException;
import io.tasker.worker.database.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message from its receipt to the stored result of its step. Whoever settles the step first,
 * the handler or the worker that ends, decides what is stored.
 */
final class StepJob {
  private static final Logger LOG = LoggerFactory.getLogger(StepJob.class);
  private static final String SHUTDOWN = "worker_shutdown";

  private final WorkerParts parts;
  private final Submission submission;
  private final StepEnding ending;
  private final Delivery delivery;
  private final Consumer<StepJob> whenDone;
  private @Nullable ClaimedStep step;
  private @Nullable RunningStep running;
  private @Nullable Instant started;
  private volatile StepCall.@Nullable Checkpoint last;
  private boolean isSettled;
  private boolean isToBeHandedBack;

  StepJob(WorkerParts parts, Delivery delivery, Consumer<StepJob> whenDone) {
    this.parts = parts;
    this.submission = new Submission(parts);
    this.ending = new StepEnding(parts, submission);
    this.delivery = delivery;
    this.whenDone = whenDone;
  }

  void run() {
    try {
      Optional<ClaimedStep> taken = new StepTaking(parts, delivery).take();
      if (taken.isEmpty()) {
        whenDone.accept(this);
      } else {
        begin(taken.get());
      }
    } catch (Throwable e) {
      // The outermost edge: the worker goes on without this step.
      LOG.error("A step of namespace '{}' is lost to this worker", delivery.namespace(), e);
      whenDone.accept(this);
    }
  }

  private void begin(ClaimedStep claimed) {
    boolean isHandedBack;
    synchronized (this) {
      step = claimed;
      started = parts.clock().instant();
      isHandedBack = isToBeHandedBack;
      isSettled = isHandedBack || claimed instanceof ClaimedStep.Unrunnable;
    }
    if (isHandedBack) {
      store(claimed, shutdown());
    } else if (claimed instanceof ClaimedStep.Unrunnable unrunnable) {
      store(claimed, new StepEnd.Failed(unrunnable.failure(), Duration.ZERO, Map.of()));
    } else if (claimed instanceof ClaimedStep.Ready ready) {
      StepCall call = ready.call();
      parts.news().started(call);
      call(call);
    }
  }

  private void call(StepCall call) {
    Thread here = Thread.currentThread();
    RunningStep attempt =
        parts
            .runner()
            .prepare(
                call,
                end -> {
                  // Neither a timer nor a stage of the application waits for the database.
                  if (Thread.currentThread() == here) {
                    // What the handler left behind must not keep its outcome from being stored.
                    Thread.interrupted();
                    ended(call, end);
                  } else {
                    parts.runner().threads().execute(() -> ended(call, end));
                  }
                });
    if (mayRun(attempt)) {
      attempt.run();
    }
  }

  private synchronized boolean mayRun(RunningStep attempt) {
    running = attempt;
    return !isSettled;
  }

  private void ended(StepCall call, StepEnd end) {
    ClaimedStep claimed;
    synchronized (this) {
      if (isSettled) {
        return;
      }
      isSettled = !(end instanceof StepEnd.Yielded);
      claimed = Objects.requireNonNull(step);
    }
    if (end instanceof StepEnd.Yielded yielded) {
      goOn(call, claimed, yielded);
    } else {
      store(claimed, end);
    }
  }

  private void goOn(StepCall call, ClaimedStep claimed, StepEnd.Yielded yielded) {
    StepCall.Checkpoint reached = yielded.checkpoint();
    Optional<String> json = parts.document().checkpoint(reached, parts.clock().instant());
    if (json.isEmpty()) {
      failed(
          claimed,
          "The checkpoint at item %d takes more than the %d bytes that a worker may store"
              .formatted(reached.cursor(), parts.document().maxBytes()),
          "CHECKPOINT_TOO_LARGE");
      return;
    }
    boolean isKept;
    try {
      isKept = submission.keep(claimed.claim(), reached.cursor(), json.get());
    } catch (DatabaseException e) {
      failed(
          claimed, "The database refused the checkpoint: " + e.getMessage(), "CHECKPOINT_REFUSED");
      return;
    }
    if (isKept) {
      last = reached;
      parts.runner().threads().execute(() -> call(call.from(yielded)));
    } else {
      whenDone.accept(this);
    }
  }

  private void failed(ClaimedStep claimed, String message, String code) {
    synchronized (this) {
      if (isSettled) {
        return;
      }
      isSettled = true;
    }
    store(
        claimed,
        new StepEnd.Failed(ResultDocument.permanent(message, code), Duration.ZERO, Map.of()));
  }

  /** Stops the step and fails it so that the orchestrator lets it be tried again elsewhere. */
  void handBack() {
    ClaimedStep claimed;
    RunningStep attempt;
    synchronized (this) {
      isToBeHandedBack = true;
      if (isSettled || step == null) {
        return;
      }
      isSettled = true;
      claimed = step;
      attempt = running;
    }
    if (attempt != null) {
      attempt.stop();
    }
    store(claimed, shutdown());
  }

  private static StepEnd shutdown() {
    return new StepEnd.Failed(
        StepFailure.of("The worker was shut down before the handler ended", SHUTDOWN, true),
        Duration.ZERO,
        Map.of());
  }

  private void store(ClaimedStep claimed, StepEnd end) {
    try {
      ending.settle(claimed, Objects.requireNonNull(started), last, end);
    } finally {
      whenDone.accept(this);
    }
  }
}
