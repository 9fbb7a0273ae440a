package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.InvalidInputException;
import io.tasker.StepState;
import io.tasker.TaskFailedException;
import io.tasker.TaskHandle;
import io.tasker.TaskRejectedException;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.UnknownWorkflowException;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.JsonSchema;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalEngineTest {
  private static final TaskRequest FLOW = TaskRequest.of("test", "flow");

  private final HandlerRegistry handlers = HandlerRegistry.empty();

  private LocalEngineBuilder engine(TaskTemplate template) {
    return LocalEngine.builder().registry(handlers).template(template).jitter(() -> 1);
  }

  private TaskResult run(TaskTemplate template) throws InterruptedException {
    try (LocalEngine engine = engine(template).executor(Runnable::run).build()) {
      return engine.submit(FLOW).await();
    }
  }

  private StepFailure failureOf(TaskTemplate template) throws InterruptedException {
    return run(template).steps().get(0).failure().orElseThrow();
  }

  @Test
  void independentSteps_runAtTheSameTime() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    handlers.register("a", context -> both.await(30, TimeUnit.SECONDS));
    handlers.register("b", context -> both.await(30, TimeUnit.SECONDS));

    try (LocalEngine engine = engine(flow(ONCE, "a", "b")).build()) {
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void concurrency_isBounded() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    String[] steps = new String[40];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = "s" + i;
      handlers.register(
          steps[i],
          context -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            running.decrementAndGet();
            return null;
          });
    }
    try (LocalEngine engine = engine(flow(ONCE, steps)).concurrency(3).build()) {
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void aDeepChain_needsNoStack_evenOnTheCallersThread() throws Exception {
    assertThat(run(flow(ONCE, chain(1000))).state()).isEqualTo(TaskState.COMPLETE);
  }

  @Test
  void aDeepLadder_needsNoStack_evenOnTheCallersThread() throws Exception {
    List<String> steps = new ArrayList<>(List.of("s0"));
    for (int i = 1; i < 1000; i++) {
      steps.add("leaf%d <- s%d".formatted(i, i - 1));
      steps.add("s%d <- s%d".formatted(i, i - 1));
    }
    steps.forEach(step -> handlers.register(Templates.nameOf(step), context -> null));

    assertThat(run(flow(ONCE, steps.toArray(new String[0]))).state()).isEqualTo(TaskState.COMPLETE);
  }

  @Test
  void manyTasks_runToTheirEnd() throws Exception {
    TaskTemplate template = flow(ONCE, chain(5));
    try (LocalEngine engine = engine(template).build()) {
      List<TaskHandle> tasks = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        tasks.add(engine.submit(FLOW));
      }
      for (TaskHandle task : tasks) {
        assertThat(task.await().state()).isEqualTo(TaskState.COMPLETE);
      }
    }
  }

  private String[] chain(int length) {
    String[] steps = new String[length];
    for (int i = 0; i < length; i++) {
      steps[i] = i == 0 ? "s0" : "s%d <- s%d".formatted(i, i - 1);
      handlers.register("s" + i, context -> null);
    }
    return steps;
  }

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
  void aFailure_leavesIndependentBranchesAlone_andIsExplained() throws Exception {
    handlers.register(
        "a",
        context -> {
          throw new PermanentException("Card declined", "CARD_DECLINED");
        });
    handlers.register("b", context -> 1).register("c", context -> 2).register("d", context -> 3);

    TaskResult result = run(flow(ONCE, "a", "b", "c <- a", "d <- b"));

    assertThat(result.state()).isEqualTo(TaskState.ERROR);
    assertThat(result.step("c").state()).isEqualTo(StepState.PENDING);
    assertThat(result.step("d").state()).isEqualTo(StepState.COMPLETE);
    assertThat(result.failure().orElseThrow())
        .isEqualTo(
            "test/flow@1.0.0 task %s: step 'a' failed at attempt 1 of 1 (permanent_error, CARD_DECLINED): Card declined"
                .formatted(result.id()));
    assertThatExceptionOfType(TaskFailedException.class)
        .isThrownBy(result::orThrow)
        .withCauseInstanceOf(PermanentException.class);
    assertThat(result.json().at("/steps/a/error/error_code").asString()).isEqualTo("CARD_DECLINED");
    assertThat(result.json().at("/steps/d/result").asInt()).isEqualTo(3);
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
  void cancel_interruptsRunningSteps_andNeverStartsOthers() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicInteger others = new AtomicInteger();
    handlers.register(
        "a",
        context -> {
          running.countDown();
          try {
            return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });
    handlers.register("b", context -> others.incrementAndGet());
    handlers.register("c", context -> others.incrementAndGet());
    try (LocalEngine engine = engine(flow(ONCE, "a", "b", "c <- a")).concurrency(1).build()) {
      TaskHandle task = engine.submit(FLOW);
      running.await();
      task.cancel("changed my mind");

      TaskResult result = task.await();
      interrupted.await();
      assertThat(result.state()).isEqualTo(TaskState.CANCELLED);
      assertThat(result.failure().orElseThrow()).endsWith("was cancelled: changed my mind");
      assertThat(result.steps()).allMatch(step -> step.state() == StepState.CANCELLED);
    }
    assertThat(others.get()).isZero();
  }

  @Test
  void close_letsRunningTasksEnd() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    handlers.register(
        "a",
        context -> {
          running.countDown();
          return release.await(60, TimeUnit.SECONDS);
        });
    LocalEngine engine = engine(flow(ONCE, "a")).build();
    TaskHandle task = engine.submit(FLOW);
    running.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(engine::close);
    release.countDown();

    closing.get();
    assertThat(task.state()).isEqualTo(TaskState.COMPLETE);
    assertThatThrownBy(() -> engine.submit(FLOW))
        .isInstanceOfSatisfying(
            TaskRejectedException.class, e -> assertThat(e.isClosed()).isTrue());
  }

  @Test
  void close_cancelsWhatIsLeftAtTheDeadline() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    handlers.register(
        "a",
        context -> {
          running.countDown();
          return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
        });
    LocalEngine engine = engine(flow(ONCE, "a")).build();
    TaskHandle task = engine.submit(FLOW);
    running.await();

    engine.close(Duration.ZERO);
    assertThat(task.await().state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void overload_isRejected() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    handlers.register("a", context -> release.await(60, TimeUnit.SECONDS));
    try (LocalEngine engine = engine(flow(ONCE, "a")).maxLiveTasks(2).build()) {
      TaskHandle first = engine.submit(FLOW);
      engine.submit(FLOW);

      assertThatThrownBy(() -> engine.submit(FLOW))
          .isInstanceOfSatisfying(
              TaskRejectedException.class, e -> assertThat(e.isClosed()).isFalse())
          .hasMessageContaining("2 tasks");
      release.countDown();
      first.await();
      assertThat(engine.submit(FLOW).await().isComplete()).isTrue();
    }
  }

  @Test
  void anError_isAPermanentFailure_andTheEngineGoesOn() throws Exception {
    handlers.register(
        "a",
        context -> {
          throw new StackOverflowError("deep");
        });

    StepFailure failure = failureOf(flow(retries(3, BackoffStrategy.NONE, 0, 0), "a"));
    assertThat(failure.errorType()).isEqualTo(ErrorTypes.HANDLER_PANIC);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.context()).containsEntry("exception_class", "java.lang.StackOverflowError");
  }

  @Test
  void nothing_isAnEmptyObject() throws Exception {
    handlers.register("a", context -> null);

    assertThat(run(flow(ONCE, "a")).step("a").json().toString()).isEqualTo("{}");
  }

  @Test
  void aStage_isAwaitedWithoutAThread() throws Exception {
    CompletableFuture<Object> later = new CompletableFuture<>();
    handlers.register("a", context -> later);
    handlers.register("b", (context, dependencies) -> dependencies.get("a").asInt() + 1);
    try (LocalEngine engine = engine(flow(ONCE, "a", "b <- a")).executor(Runnable::run).build()) {
      TaskHandle task = engine.submit(FLOW);
      assertThat(task.state()).isEqualTo(TaskState.STEPS_IN_PROCESS);
      assertThat(task.steps().get(0).state()).isEqualTo(StepState.IN_PROGRESS);

      later.complete(41);
      assertThat(task.await().result("b", Integer.class)).isEqualTo(42);
    }
  }

  @Test
  void aChainOfCompleteStages_needsNoStack() throws Exception {
    String[] steps = chain(0);
    assertThat(steps).isEmpty();
    String[] stages = new String[1000];
    for (int i = 0; i < stages.length; i++) {
      stages[i] = i == 0 ? "s0" : "s%d <- s%d".formatted(i, i - 1);
      CompletionStage<Integer> done = CompletableFuture.completedStage(1);
      handlers.register("s" + i, context -> done);
    }

    assertThat(run(flow(ONCE, stages)).isComplete()).isTrue();
  }

  @Test
  void aFailedStage_isAFailureWithItsCause() throws Exception {
    CompletionStage<Object> failing =
        CompletableFuture.supplyAsync(
            () -> {
              throw new PermanentException("no", "NO");
            });
    handlers.register("a", context -> failing);
    StepFailure failure = failureOf(flow(ONCE, "a"));

    assertThat(failure.code()).contains("NO");
    assertThat(failure.cause()).isInstanceOf(PermanentException.class);
  }

  @Test
  void aTimeout_cancelsTheStage() throws Exception {
    ManualTimer timer = new ManualTimer();
    CompletableFuture<Object> never = new CompletableFuture<>();
    handlers.register("a", context -> never);
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("a").retry(ONCE).timeout(Duration.ofSeconds(1)).build())
            .build();
    try (LocalEngine engine = engine(template).executor(Runnable::run).timer(timer).build()) {
      TaskHandle task = engine.submit(FLOW);
      timer.advance();

      assertThat(task.await().state()).isEqualTo(TaskState.ERROR);
      assertThat(never).isCancelled();
    }
  }

  @Test
  void aStepResult_isUnwrapped() throws Exception {
    handlers.register("a", context -> StepResult.success(7).metadata("source", "cache"));
    handlers.register(
        "b", context -> StepResult.failure("later").code("BUSY").retryAfter(Duration.ofSeconds(1)));

    TaskResult result = run(flow(ONCE, "a", "b"));
    assertThat(result.result("a", Integer.class)).isEqualTo(7);
    StepFailure failure = result.step("b").failure().orElseThrow();
    assertThat(failure.errorType()).isEqualTo(ErrorTypes.RETRYABLE_ERROR);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1));
  }

  @Test
  void anInvalidInput_isRefusedWithAllProblems_andNothingStarts() {
    AtomicInteger calls = new AtomicInteger();
    handlers.register("a", context -> calls.incrementAndGet());
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .inputSchema(
                new JsonSchema(
                    Map.of(
                        "type",
                        "object",
                        "required",
                        List.of("email", "total"),
                        "properties",
                        Map.of("count", Map.of("type", "integer")))))
            .step(step("a").build())
            .build();
    try (LocalEngine engine = engine(template).executor(Runnable::run).build()) {
      assertThatThrownBy(() -> engine.submit(FLOW.input(Map.of("count", "x"))))
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              e ->
                  assertThat(e.problems())
                      .hasSize(3)
                      .anyMatch(problem -> problem.contains("email"))
                      .anyMatch(problem -> problem.contains("total"))
                      .anyMatch(problem -> problem.contains("count")));
      assertThatThrownBy(() -> engine.submit(FLOW.input("[1]")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("not a JSON object: it is JSON of type array");
      assertThatThrownBy(() -> engine.submit(FLOW.input("{\"a\":1,\"a\":2}")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("Duplicate");
    }
    assertThat(calls.get()).isZero();
  }

  @Test
  void anUnknownWorkflow_isRefusedWithASuggestion() {
    handlers.register("a", context -> 1);
    try (LocalEngine engine = engine(flow(ONCE, "a")).build()) {
      assertThatThrownBy(() -> engine.submit(TaskRequest.of("test", "flwo")))
          .isInstanceOf(UnknownWorkflowException.class)
          .hasMessage("Unknown workflow 'test/flwo'. Did you mean 'test/flow'? Known: test/flow");
      assertThatThrownBy(() -> engine.submit(FLOW.version("1.0.1")))
          .isInstanceOf(UnknownWorkflowException.class)
          .hasMessageContaining("Known: test/flow@1.0.0");
    }
  }

  @Test
  void theNewestVersion_runsUnlessOneIsAskedFor() throws Exception {
    handlers.register("a", context -> 1).register("b", context -> 2);
    TaskTemplate older =
        TaskTemplate.template("test", "flow", "1.9.0").step(step("a").build()).build();
    TaskTemplate newer =
        TaskTemplate.template("test", "flow", "1.10.0").step(step("b").build()).build();
    try (LocalEngine engine = engine(newer).template(older).build()) {
      assertThat(engine.submit(FLOW).await().steps().get(0).name()).isEqualTo("b");
      assertThat(engine.submit(FLOW.version("1.9.0")).await().steps().get(0).name()).isEqualTo("a");
    }
  }

  @Test
  void await_givesUpAfterABound() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    handlers.register("a", context -> release.await(60, TimeUnit.SECONDS));
    try (LocalEngine engine = engine(flow(ONCE, "a")).build()) {
      TaskHandle task = engine.submit(FLOW);

      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> task.await(Duration.ofMillis(1)));
      release.countDown();
      AtomicReference<TaskResult> completed = new AtomicReference<>();
      task.completion().thenAccept(completed::set).toCompletableFuture().join();
      assertThat(completed.get().isComplete()).isTrue();
    }
  }

  @Test
  void anExecutorThatRefuses_failsTheStepRetryably() throws Exception {
    handlers.register("a", context -> 1);
    try (LocalEngine engine =
        engine(flow(ONCE, "a"))
            .executor(
                command -> {
                  throw new java.util.concurrent.RejectedExecutionException("full");
                })
            .build()) {
      TaskResult result = engine.submit(FLOW).await();

      assertThat(result.state()).isEqualTo(TaskState.ERROR);
      assertThat(result.step("a").failure().orElseThrow().retryable()).isTrue();
    }
  }
}
