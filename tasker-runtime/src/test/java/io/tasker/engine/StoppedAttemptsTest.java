package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskHandle;
import io.tasker.TaskState;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepFailure;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left of an attempt that was stopped: nothing on its thread and nothing in the timer. */
@Timeout(20)
class StoppedAttemptsTest extends EngineFixture {
  private static final Duration AN_AGE = Duration.ofSeconds(Long.MAX_VALUE);

  private final ManualTimer timer = new ManualTimer();

  private static TaskTemplate stuckThen(String other) {
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(step("stuck").retry(ONCE).timeout(Duration.ofSeconds(1)).build())
        .step(step(other).retry(ONCE).build())
        .build();
  }

  @Test
  void theInterruptOfATimeout_doesNotReachWhatTheThreadDoesNext() throws Exception {
    LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    List<Boolean> flags = new CopyOnWriteArrayList<>();
    CountDownLatch worked = new CountDownLatch(2);
    handlers.register(
        "stuck",
        context -> {
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return null;
        });
    handlers.register("next", context -> null);
    try (LocalEngine engine =
        engine(stuckThen("next")).timer(timer).executor(queue::add).concurrency(2).build()) {
      TaskHandle task = engine.submit(FLOW);
      Thread worker =
          new Thread(
              () -> {
                while (worked.getCount() > 0) {
                  queue.remove().run();
                  flags.add(Thread.interrupted());
                  worked.countDown();
                }
              });
      worker.start();
      timer.awaitScheduled();
      timer.advance();

      task.await();
      worked.await();
      assertThat(flags).containsExactly(false, false);
    }
  }

  @Test
  void cancelling_callsOffTheTimeoutOfARunningStep() throws Exception {
    handlers.register("stuck", context -> new CompletableFuture<>());
    handlers.register("next", context -> null);
    try (LocalEngine engine =
        engine(stuckThen("next")).executor(Runnable::run).timer(timer).build()) {
      TaskHandle task = engine.submit(FLOW);
      assertThat(timer.pending()).isEqualTo(1);
      task.cancel("enough");

      assertThat(task.await().state()).isEqualTo(TaskState.CANCELLED);
      assertThat(timer.pending()).isZero();
    }
  }

  @Test
  void cancelling_callsOffARetry() throws Exception {
    handlers.register(
        "a",
        context -> {
          throw new RetryableException("busy");
        });
    try (LocalEngine engine =
        engine(flow(retries(3, BackoffStrategy.LINEAR, 100, 100), "a"))
            .executor(Runnable::run)
            .timer(timer)
            .build()) {
      TaskHandle task = engine.submit(FLOW);
      assertThat(timer.pending()).isEqualTo(1);
      task.cancel("enough");

      assertThat(task.await().state()).isEqualTo(TaskState.CANCELLED);
      assertThat(timer.pending()).isZero();
    }
  }

  @Test
  void aStepThatIsCancelledWhileItsTimeoutIsSet_leavesNoTimeoutBehind() throws Exception {
    Queue<Runnable> ready = new ArrayDeque<>();
    TaskHandle[] task = new TaskHandle[1];
    EngineTimer cancelling =
        new EngineTimer() {
          @Override
          public Instant now() {
            return timer.now();
          }

          @Override
          public Cancellable schedule(Duration delay, Runnable action) {
            task[0].cancel("enough");
            return timer.schedule(delay, action);
          }
        };
    handlers.register("stuck", context -> null);
    handlers.register("next", context -> null);
    try (LocalEngine engine =
        engine(stuckThen("next")).executor(ready::add).timer(cancelling).build()) {
      task[0] = engine.submit(FLOW);
      while (!ready.isEmpty()) {
        ready.remove().run();
      }

      assertThat(task[0].await().state()).isEqualTo(TaskState.CANCELLED);
      assertThat(timer.pending()).isZero();
    }
  }

  @Test
  void aCancelledStep_givesItsSlotBack_beforeItsHandlerHasEnded() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    handlers.register(
        "a",
        context -> {
          calls.incrementAndGet();
          CompletionStage<Object> endless = new CompletableFuture<>();
          return endless;
        });
    try (LocalEngine engine =
        engine(flow(ONCE, "a")).executor(Runnable::run).concurrency(1).build()) {
      for (int i = 1; i <= 3; i++) {
        TaskHandle task = engine.submit(FLOW);
        assertThat(calls).hasValue(i);
        task.cancel("enough");
      }
    }
  }

  @Test
  void aStepThatIsCancelledBeforeItBegins_givesItsSlotBack() throws Exception {
    Queue<Runnable> ready = new ArrayDeque<>();
    handlers.register("a", context -> 1);
    try (LocalEngine engine = engine(flow(ONCE, "a")).executor(ready::add).concurrency(1).build()) {
      engine.submit(FLOW).cancel("enough");
      TaskHandle second = engine.submit(FLOW);
      assertThat(ready).hasSize(1);
      while (!ready.isEmpty()) {
        ready.remove().run();
      }

      assertThat(second.state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void attemptsThatAreCancelled_waitNoLonger() throws Exception {
    CompletableFuture<Object> running = new CompletableFuture<>();
    handlers.register("a", context -> running);
    try (LocalEngine engine =
        engine(flow(ONCE, "a")).executor(Runnable::run).concurrency(1).build()) {
      TaskHandle first = engine.submit(FLOW);
      for (int i = 0; i < 1000; i++) {
        engine.submit(FLOW).cancel("enough");
      }
      TaskHandle last = engine.submit(FLOW);
      assertThat(engine.waitingAttempts()).isEqualTo(1);
      running.complete(1);

      assertThat(first.await().isComplete()).isTrue();
      assertThat(last.await().isComplete()).isTrue();
      assertThat(engine.waitingAttempts()).isZero();
    }
  }

  @Test
  void attemptsThatAreCancelled_leaveTheOrderOfTheOthersAsItWas() throws Exception {
    CompletableFuture<Object> running = new CompletableFuture<>();
    List<Integer> order = new ArrayList<>();
    handlers.register(
        "a",
        input -> {
          order.add(input.get("number").asInt());
          return order.size() == 1 ? running : null;
        });
    try (LocalEngine engine =
        engine(flow(ONCE, "a")).executor(Runnable::run).concurrency(1).build()) {
      List<TaskHandle> tasks = new ArrayList<>();
      for (int i = 0; i <= 9; i++) {
        tasks.add(engine.submit(FLOW.input(Map.of("number", i))));
      }
      for (int cancelled : new int[] {9, 1, 4, 5}) {
        tasks.get(cancelled).cancel("enough");
      }
      engine.submit(FLOW.input(Map.of("number", 10)));
      assertThat(engine.waitingAttempts()).isEqualTo(6);
      running.complete(1);

      assertThat(order).containsExactly(0, 2, 3, 6, 7, 8, 10);
      assertThat(engine.waitingAttempts()).isZero();
    }
  }

  @Test
  void aTaskThatIsGivenUp_stopsTheStepsThatRun() throws Exception {
    CompletableFuture<Object> running = new CompletableFuture<>();
    CompletableFuture<Object> other = new CompletableFuture<>();
    handlers.register("stuck", context -> running);
    handlers.register("next", context -> other);
    TaskStore store =
        task ->
            new TaskJournal() {
              @Override
              public void append(
                  TaskEvent event,
                  @Nullable Object result,
                  @Nullable StepFailure failure,
                  Map<String, Object> metadata) {
                if (event instanceof TaskEvent.Success) {
                  throw new IllegalStateException("no room");
                }
              }

              @Override
              public void end(TaskState state) {}
            };
    try (LocalEngine engine =
        engine(stuckThen("next")).executor(Runnable::run).timer(timer).store(store).build()) {
      TaskHandle task = engine.submit(FLOW);
      other.complete(1);

      assertThat(task.await().failure().orElseThrow()).contains("no room");
      assertThat(running).isCancelled();
      assertThat(timer.pending()).isZero();
    }
  }

  @Test
  void closing_endsWithTheLastTask_howeverLongItMayWait() throws Exception {
    CompletableFuture<Object> last = new CompletableFuture<>();
    handlers.register("a", context -> last);
    LocalEngine engine = engine(flow(ONCE, "a")).build();
    TaskHandle task = engine.submit(FLOW);
    Thread closing = new Thread(() -> engine.close(AN_AGE));
    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    last.complete(1);

    assertThat(task.await(AN_AGE).isComplete()).isTrue();
    closing.join(TimeUnit.SECONDS.toMillis(15));
    assertThat(closing.isAlive()).isFalse();
  }

  @Test
  void aTimeoutOfAnAge_isNoFault() throws Exception {
    handlers.register("a", context -> 1);
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("a").retry(ONCE).timeout(AN_AGE).build())
            .build();
    try (LocalEngine engine = engine(template).build()) {
      assertThat(engine.submit(FLOW).await().isComplete()).isTrue();
    }
  }
}
