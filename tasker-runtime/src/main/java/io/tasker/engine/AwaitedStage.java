package io.tasker.engine;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A stage that a handler has returned, which completes on some thread or has completed already. */
final class AwaitedStage {
  private final CompletionStage<?> stage;
  private @Nullable Thread registering;
  private boolean arrivedWhileRegistering;
  private @Nullable Throwable unwatched;

  AwaitedStage(CompletionStage<?> stage) {
    this.stage = stage;
  }

  /**
   * Asks to be told when the stage is complete; returns true if it is already, or if nobody will be
   * told.
   */
  boolean register(BiConsumer<? super @Nullable Object, ? super @Nullable Throwable> whenComplete) {
    registering = Thread.currentThread();
    try {
      stage.whenComplete(whenComplete);
    } catch (Throwable e) {
      unwatched = e;
    }
    registering = null;
    return arrivedWhileRegistering || unwatched != null;
  }

  /** Returns whether the thread that registers is told at once, so that it goes on itself. */
  boolean arrivesWhileRegistering() {
    if (registering == Thread.currentThread()) {
      arrivedWhileRegistering = true;
      return true;
    }
    return false;
  }

  /** Returns why nobody will be told that the stage is complete, or null if somebody will. */
  @Nullable Throwable unwatched() {
    return unwatched;
  }

  void cancel() {
    if (stage instanceof Future<?> future) {
      future.cancel(true);
    }
  }
}
