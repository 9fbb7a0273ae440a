package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tasker.StepState;
import io.tasker.TaskFailedException;
import io.tasker.TaskHandle;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.ErrorTypes;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepFailure;
import io.tasker.handler.StepResult;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which steps run, how many at once and with which outcome. */
@Timeout(60)
class LocalEngineTest extends EngineFixture {
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
  void aFailure_isOneLine_howeverLongItsMessage() throws Exception {
    handlers
        .register(
            "a",
            context -> {
              throw new PermanentException("Card\r\n  declined\n");
            })
        .register(
            "b",
            context -> {
              throw new PermanentException("x".repeat(100_000));
            });
    TaskResult result = run(flow(ONCE, "a", "b"));

    assertThat(result.failure().orElseThrow().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("(permanent_error): Card declined"),
            line -> assertThat(line).endsWith("x…").hasSizeLessThan(2_200));
    assertThat(result.step("b").failure().orElseThrow().message()).hasSize(100_000);
  }

  @Test
  void aResultThatCannotBeJson_isNamedWhenItIsLookedAt() throws Exception {
    handlers.register("a", context -> Map.of("rate", Double.NaN));
    TaskResult result = run(flow(ONCE, "a"));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> result.step("a").json())
        .withMessageContaining(
            "task %s: the result of step 'a' cannot be JSON: *: a number that is infinite or none"
                .formatted(result.id()));
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(result::json);
    assertThat(result.workflow()).isEqualTo("test/flow@1.0.0");
  }

  @Test
  void aRequest_isShownWithoutItsInput() {
    assertThat(FLOW.version("1.0.0").input(Map.of("card", "4242"))).hasToString("test/flow@1.0.0");
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
