package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.handler.StepFailure;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever breaks around a handler, its task ends and the engine goes on. */
@Timeout(20)
class FaultsAroundStepsTest extends EngineFixture {
  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void anExecutorThatThrowsAnError_failsTheStep_andGivesItsSlotBack() throws Exception {
    assertThat(firstFailureOfAnExecutor(new LinkageError("no more threads")).message())
        .contains("no more threads");
  }

  @Test
  void anExecutorThatThrows_failsTheStep_andGivesItsSlotBack() throws Exception {
    assertThat(firstFailureOfAnExecutor(new IllegalStateException("shut")).message())
        .contains("shut");
  }

  private StepFailure firstFailureOfAnExecutor(Throwable fault) throws Exception {
    handlers.register("a", context -> 1);
    AtomicBoolean isBroken = new AtomicBoolean(true);
    try (LocalEngine engine =
        engine(flow(ONCE, "a"))
            .concurrency(1)
            .executor(
                command -> {
                  if (isBroken.getAndSet(false)) {
                    FaultsAroundStepsTest.<RuntimeException>raise(fault);
                  }
                  threads.execute(command);
                })
            .build()) {
      TaskResult broken = engine.submit(FLOW).await();
      assertThat(broken.state()).isEqualTo(TaskState.ERROR);
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
      return broken.step("a").failure().orElseThrow();
    }
  }

  @Test
  void aStoreThatThrowsAnError_endsTheTask() throws Exception {
    handlers.register("a", context -> 1);
    AtomicInteger appends = new AtomicInteger();
    TaskStore store =
        task ->
            new TaskJournal() {
              @Override
              public void append(
                  TaskEvent event,
                  @Nullable Object result,
                  @Nullable StepFailure failure,
                  Map<String, Object> metadata) {
                if (appends.incrementAndGet() == 3) {
                  throw new NoClassDefFoundError("driver");
                }
              }

              @Override
              public void end(TaskState state) {}
            };
    try (LocalEngine engine =
        engine(flow(ONCE, "a")).concurrency(1).executor(threads).store(store).build()) {
      TaskResult broken = engine.submit(FLOW).await();
      assertThat(broken.state()).isEqualTo(TaskState.ERROR);
      assertThat(broken.failure().orElseThrow()).contains("given up").contains("driver");
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void aTimerThatThrows_failsTheStep() throws Exception {
    handlers.register("a", context -> 1);
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("a").retry(ONCE).timeout(Duration.ofSeconds(5)).build())
            .build();
    EngineTimer timer =
        new EngineTimer() {
          @Override
          public Instant now() {
            return Instant.EPOCH;
          }

          @Override
          public Cancellable schedule(Duration delay, Runnable action) {
            throw new IllegalStateException("timer is gone");
          }
        };
    assertThat(failure(engine(template).timer(timer))).contains("timer is gone");
  }

  @Test
  void aClockThatThrowsWhenTheTaskEnds_costsNoSlot() throws Exception {
    handlers.register("a", context -> 1);
    AtomicBoolean isBroken = new AtomicBoolean();
    try (SystemTimer system = new SystemTimer()) {
      EngineTimer timer =
          new EngineTimer() {
            @Override
            public Instant now() {
              if (isBroken.getAndSet(false)) {
                throw new IllegalStateException("clock");
              }
              return system.now();
            }

            @Override
            public Cancellable schedule(Duration delay, Runnable action) {
              return system.schedule(delay, action);
            }
          };
      EngineListener listener =
          new EngineListener() {
            @Override
            public void stepSucceeded(EngineEvent.StepSucceeded event) {
              isBroken.set(true);
            }
          };
      try (LocalEngine engine =
          engine(flow(ONCE, "a"))
              .timer(timer)
              .listener(listener)
              .concurrency(1)
              .executor(threads)
              .build()) {
        for (int i = 0; i < 2; i++) {
          assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
        }
      }
    }
  }

  @Test
  void aStoreThatThrowsAnErrorAtTheStart_takesNoPlace() throws Exception {
    handlers.register("a", context -> 1);
    AtomicBoolean isBroken = new AtomicBoolean(true);
    InMemoryTaskStore memory = new InMemoryTaskStore();
    TaskStore store =
        task -> {
          if (isBroken.getAndSet(false)) {
            throw new LinkageError("driver");
          }
          return memory.accept(task);
        };
    try (LocalEngine engine = engine(flow(ONCE, "a")).maxLiveTasks(1).store(store).build()) {
      assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> engine.submit(FLOW));
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void aTaskThatIsGivenUp_leavesTheStore() throws Exception {
    handlers.register(
        "a",
        context -> {
          throw new IllegalStateException("busy");
        });
    EngineTimer timer =
        new EngineTimer() {
          @Override
          public Instant now() {
            return Instant.EPOCH;
          }

          @Override
          public Cancellable schedule(Duration delay, Runnable action) {
            throw new IllegalStateException("timer is gone");
          }
        };
    InMemoryTaskStore store = new InMemoryTaskStore(0);
    try (LocalEngine engine =
        engine(flow(retries(3, BackoffStrategy.LINEAR, 100, 100), "a"))
            .timer(timer)
            .store(store)
            .build()) {
      for (int i = 0; i < 2; i++) {
        assertThat(engine.submit(FLOW.idempotencyKey("same")).await().state())
            .isEqualTo(TaskState.ERROR);
        assertThat(store.liveTasks()).isEmpty();
      }
    }
  }

  @Test
  void aJitterThatThrows_failsTheStepForGood() throws Exception {
    handlers.register(
        "a",
        context -> {
          throw new IllegalStateException("busy");
        });
    TaskTemplate template = flow(retries(3, BackoffStrategy.LINEAR, 100, 1_000), "a");
    String failure =
        failure(
            engine(template)
                .jitter(
                    () -> {
                      throw new IllegalStateException("no entropy");
                    }));
    assertThat(failure).contains("attempt 1").contains("no entropy");
  }

  @Test
  void anExceptionThatCannotSayWhatItMeans_failsTheStep() throws Exception {
    handlers.register(
        "a",
        context -> {
          throw new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
              throw new UnsupportedOperationException();
            }
          };
        });
    assertThat(failure(engine(flow(ONCE, "a")))).contains("FaultsAroundStepsTest");
  }

  @Test
  void causesThatGoRoundInACircle_failTheStep() throws Exception {
    handlers.register(
        "a",
        context -> {
          CompletionException first = new CompletionException("first", null);
          CompletionException second = new CompletionException("second", first);
          first.initCause(second);
          throw first;
        });
    assertThat(failure(engine(flow(ONCE, "a")))).contains("handler_error");
  }

  @Test
  void aStageThatThrowsAnError_failsTheStep() throws Exception {
    CompletableFuture<Integer> broken =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<Integer> whenComplete(
              BiConsumer<? super Integer, ? super Throwable> action) {
            throw new NoSuchMethodError("whenComplete");
          }
        };
    handlers.register("a", context -> broken);
    assertThat(failure(engine(flow(ONCE, "a")))).contains("whenComplete");
  }

  @Test
  void anInterruptFlagLeftBehind_doesNotReachTheNextStep() throws Exception {
    AtomicBoolean seen = new AtomicBoolean(true);
    handlers.register(
        "a",
        context -> {
          Thread.currentThread().interrupt();
          return 1;
        });
    handlers.register(
        "b",
        context -> {
          seen.set(Thread.currentThread().isInterrupted());
          return 1;
        });
    try (LocalEngine engine = engine(flow(ONCE, "a", "b <- a")).executor(threads).build()) {
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
    assertThat(seen).isFalse();
  }

  private static String failure(LocalEngineBuilder builder) throws InterruptedException {
    try (LocalEngine engine = builder.build()) {
      TaskResult result = engine.submit(FLOW).await();
      assertThat(result.state()).isEqualTo(TaskState.ERROR);
      return result.failure().orElseThrow();
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // to throw any kind unchecked
  private static <E extends Throwable> void raise(Throwable fault) throws E {
    throw (E) fault;
  }
}
