package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskState;
import io.tasker.handler.PermanentException;
import io.tasker.handler.StepFailure;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers that return a stage and no value yet. */
@Timeout(60)
class StageTest extends EngineFixture {
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
  void aStageWithinAStage_isNoResult() throws Exception {
    CompletionStage<Object> nested =
        CompletableFuture.completedStage(CompletableFuture.completedStage("nested"));
    handlers.register("a", context -> nested);
    StepFailure failure = failureOf(flow(ONCE, "a"));

    assertThat(failure.message())
        .isEqualTo(
            "The result of step 'a' is a CompletionStage within another: use thenCompose in place"
                + " of thenApply");
    assertThat(failure.code()).contains("INVALID_RESULT");
    assertThat(failure.retryable()).isFalse();
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
}
