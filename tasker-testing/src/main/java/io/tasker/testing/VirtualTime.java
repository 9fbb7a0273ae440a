package io.tasker.testing;

import io.tasker.engine.Cancellable;
import io.tasker.engine.EngineTimer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still while anything runs and jumps to the next timer once nothing does. It is
 * the engine's timer and its only thread at once: everything runs on the thread that calls {@link
 * #runNext}, one after the other, in an order that depends on nothing but the workflow.
 */
final class VirtualTime implements EngineTimer, Executor {
  private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
  private final Set<Object> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Patience patience;
  private Instant now;
  private long scheduled;

  /** An action and its time; the number keeps those of one time in order. */
  private record Timer(Instant due, long number, Runnable action) {}

  /** Stands for a stage of a handler, which the engine means when it cancels this one. */
  private static final class Held extends CompletableFuture<@Nullable Object> {
    private final CompletionStage<?> origin;

    Held(CompletionStage<?> origin) {
      this.origin = origin;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      if (origin instanceof Future<?> future) {
        future.cancel(mayInterrupt);
      }
      return super.cancel(mayInterrupt);
    }
  }

  /**
   * Starts a time.
   *
   * @param start its first instant
   * @param patience the bound of what it stands still for in real time
   */
  VirtualTime(Instant start, Patience patience) {
    this.now = start;
    this.patience = patience;
  }

  @Override
  public Instant now() {
    return now;
  }

  Clock clock() {
    InstantSource source = this::now;
    return source.withZone(ZoneOffset.UTC);
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable action) {
    Timer timer = new Timer(now.plus(delay), scheduled++, action);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public void execute(Runnable action) {
    ready.add(action);
  }

  /** Returns a stage that completes like the given one, only later in virtual time. */
  CompletionStage<@Nullable Object> delayed(CompletionStage<?> stage, Duration delay) {
    CompletableFuture<@Nullable Object> later = new Held(stage);
    stage.whenComplete((value, thrown) -> schedule(delay, () -> complete(later, value, thrown)));
    return later;
  }

  /**
   * Returns a stage that completes like one that other threads work on, but on the one thread of
   * this time. Until then, time stands still, as long as there is patience.
   */
  CompletionStage<@Nullable Object> fromOutside(CompletionStage<?> stage) {
    CompletableFuture<@Nullable Object> inside = new Held(stage);
    awaited.add(stage);
    stage.whenComplete(
        (value, thrown) ->
            ready.add(
                () -> {
                  awaited.remove(stage);
                  complete(inside, value, thrown);
                }));
    return inside;
  }

  private static void complete(
      CompletableFuture<@Nullable Object> stage,
      @Nullable Object value,
      @Nullable Throwable thrown) {
    if (thrown != null) {
      stage.completeExceptionally(thrown);
    } else {
      stage.complete(value);
    }
  }

  /** Calls a handler, for which time stands still as long as there is patience. */
  <T extends @Nullable Object> T call(String step, Callable<T> handler) throws Exception {
    return patience.watch(step, handler);
  }

  /**
   * Runs what is ready or, if nothing is, the next timer; returns false if there is neither.
   *
   * @throws IllegalStateException if a handler waited for too long
   */
  boolean runNext() throws InterruptedException {
    Runnable action = ready.poll();
    if (action == null && !awaited.isEmpty()) {
      action = ready.poll(patience.nanos(), TimeUnit.NANOSECONDS);
      if (action == null) {
        // Nobody completes them, so time goes on: the timeouts of their steps may be next.
        awaited.clear();
      }
    }
    if (action == null) {
      Timer timer = timers.poll();
      if (timer == null) {
        return false;
      }
      now = timer.due();
      action = timer.action();
    }
    action.run();
    patience.check();
    return true;
  }

  /** Runs what is ready, and what that makes ready, without moving time. */
  void runReady() {
    for (Runnable action = ready.poll(); action != null; action = ready.poll()) {
      action.run();
    }
  }
}
