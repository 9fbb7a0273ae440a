package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.RetryableException;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a step is tried again, and what ends one that takes too long. */
@Timeout(60)
class RetryAndTimeoutTest extends EngineFixture {
  @Test
  void aRetryableFailure_isRetriedAfterTheWait() throws Exception {
    ManualTimer timer = new ManualTimer();
    AtomicInteger calls = new AtomicInteger();
    handlers.register(
        "a",
        context -> {
          if (calls.incrementAndGet() < 3) {
            throw new RetryableException("not yet");
          }
          return "done";
        });
    TaskTemplate template = flow(retries(3, BackoffStrategy.EXPONENTIAL, 200, 5000), "a");
    try (LocalEngine engine = engine(template).executor(Runnable::run).timer(timer).build()) {
      TaskHandle task = engine.submit(FLOW);

      assertThat(task.state()).isEqualTo(TaskState.WAITING_FOR_RETRY);
      assertThat(task.steps().get(0).state()).isEqualTo(StepState.WAITING_FOR_RETRY);
      assertThat(timer.advance()).isEqualTo(Duration.ofMillis(200));
      assertThat(timer.advance()).isEqualTo(Duration.ofMillis(400));
      TaskResult result = task.await();
      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
      assertThat(result.step("a").attempts()).isEqualTo(3);
      assertThat(result.result("a", String.class)).isEqualTo("done");
    }
  }

  @Test
  void retryAfter_winsOverThePolicy() throws Exception {
    ManualTimer timer = new ManualTimer();
    AtomicInteger calls = new AtomicInteger();
    handlers.register(
        "a",
        context -> {
          if (calls.incrementAndGet() == 1) {
            throw new RetryableException("busy").retryAfter(Duration.ofSeconds(42));
          }
          return null;
        });
    TaskTemplate template = flow(retries(2, BackoffStrategy.LINEAR, 1, 1), "a");
    try (LocalEngine engine = engine(template).executor(Runnable::run).timer(timer).build()) {
      TaskHandle task = engine.submit(FLOW);

      assertThat(timer.advance()).isEqualTo(Duration.ofSeconds(42));
      assertThat(task.await().isComplete()).isTrue();
    }
  }

  @Test
  void retriesWithoutWait_needNoStack() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    handlers.register(
        "a",
        context -> {
          if (calls.incrementAndGet() < 100) {
            throw new RetryableException("again");
          }
          return null;
        });

    assertThat(run(flow(retries(100, BackoffStrategy.NONE, 0, 0), "a")).step("a").attempts())
        .isEqualTo(100);
  }

  @Test
  void aTimeout_interruptsTheHandler_andIsRetryable() throws Exception {
    ManualTimer timer = new ManualTimer();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    handlers.register(
        "a",
        context -> {
          if (calls.incrementAndGet() > 1) {
            return "second";
          }
          entered.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return "late";
        });
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(
                step("a")
                    .retry(retries(2, BackoffStrategy.NONE, 0, 0))
                    .timeout(Duration.ofSeconds(5))
                    .build())
            .build();
    try (LocalEngine engine = engine(template).timer(timer).build()) {
      TaskHandle task = engine.submit(FLOW);
      entered.await();

      assertThat(timer.advance()).isEqualTo(Duration.ofSeconds(5));
      interrupted.await();
      TaskResult result = task.await();
      assertThat(result.result("a", String.class)).isEqualTo("second");
      assertThat(result.step("a").failure().orElseThrow().errorType())
          .isEqualTo(ErrorTypes.HANDLER_TIMEOUT);
      assertThat(timer.pending()).isZero();
    }
  }

  @Test
  void aHandlerThatIgnoresItsTimeout_doesNotKeepItsSlot() throws Exception {
    ManualTimer timer = new ManualTimer();
    CountDownLatch release = new CountDownLatch(1);
    handlers.register(
        "stuck",
        context -> {
          boolean isReleased = false;
          while (!isReleased) {
            try {
              release.await();
              isReleased = true;
            } catch (InterruptedException e) {
              // This is the handler that does not listen.
            }
          }
          return null;
        });
    handlers.register("next", context -> "ran");
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("stuck").retry(ONCE).timeout(Duration.ofSeconds(1)).build())
            .step(step("next").build())
            .build();
    try (LocalEngine engine = engine(template).timer(timer).concurrency(1).build()) {
      TaskHandle task = engine.submit(FLOW);
      timer.awaitScheduled();
      timer.advance();

      TaskResult result = task.await();
      assertThat(result.result("next", String.class)).isEqualTo("ran");
      assertThat(result.step("stuck").state()).isEqualTo(StepState.ERROR);
      release.countDown();
      assertThat(engine.submit(FLOW).await(Duration.ofSeconds(30)).isComplete()).isTrue();
    }
  }

  @Test
  void aCallbackThatWaits_holdsUpNoTimeoutAndNoRetry() throws Exception {
    CompletableFuture<Object> never = new CompletableFuture<>();
    AtomicInteger refunds = new AtomicInteger();
    handlers.register("pay", context -> never);
    handlers.register(
        "refund",
        context -> {
          if (refunds.incrementAndGet() == 1) {
            throw new RetryableException("not yet");
          }
          return "refunded";
        });
    TaskTemplate payment =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("pay").retry(ONCE).timeout(Duration.ofSeconds(1)).build())
            .build();
    TaskTemplate refund =
        TaskTemplate.template("test", "refund", "1.0.0")
            .step(step("refund").retry(retries(2, BackoffStrategy.LINEAR, 1, 1)).build())
            .build();
    try (LocalEngine engine = engine(payment).template(refund).build()) {
      String refunded =
          engine
              .submit(FLOW)
              .completion()
              .thenApply(ended -> refunded(engine))
              .toCompletableFuture()
              .get();

      assertThat(refunded).isEqualTo("refunded");
    }
  }

  private static String refunded(LocalEngine engine) {
    try {
      TaskHandle refund = engine.submit(TaskRequest.of("test", "refund"));
      return refund.await().orThrow().result("refund", String.class);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void handlersThatComputeForEver_keepNoOtherTaskFromItsEnd() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    handlers.register(
        "spin",
        context -> {
          while (!isOver.get()) {
            Thread.onSpinWait();
          }
          return null;
        });
    handlers.register("a", context -> 1);
    TaskTemplate spin =
        TaskTemplate.template("test", "spin", "1.0.0")
            .step(step("spin").retry(ONCE).timeout(Duration.ofSeconds(1)).build())
            .build();
    try (LocalEngine engine = engine(flow(ONCE, "a")).template(spin).build()) {
      List<TaskHandle> spinning = new ArrayList<>();
      for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
        spinning.add(engine.submit(TaskRequest.of("test", "spin")));
      }
      for (TaskHandle task : spinning) {
        assertThat(task.await().step("spin").failure().orElseThrow().errorType())
            .isEqualTo(ErrorTypes.HANDLER_TIMEOUT);
      }

      assertThat(engine.submit(FLOW).await().isComplete()).isTrue();
    } finally {
      isOver.set(true);
    }
  }
}
