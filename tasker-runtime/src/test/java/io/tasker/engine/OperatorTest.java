package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.handler.Decision;
import io.tasker.handler.PermanentException;
import io.tasker.handler.RetryableException;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.template.BackoffStrategy;
import io.tasker.template.BatchConfiguration;
import io.tasker.template.BatchConfiguration.FailureStrategy;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OperatorTest {
  private final HandlerRegistry handlers = HandlerRegistry.empty();
  private final AtomicInteger calls = new AtomicInteger();

  private LocalEngine engine(TaskTemplate template) {
    return LocalEngine.builder()
        .registry(handlers)
        .template(template)
        .executor(Runnable::run)
        .jitter(() -> 1)
        .build();
  }

  private TaskTemplate failingOnce() {
    handlers.register(
        "a",
        context -> {
          if (calls.incrementAndGet() == 1) {
            throw new PermanentException("no");
          }
          return 1;
        });
    handlers.register("b", (context, dependencies) -> dependencies.keySet());
    return flow(ONCE, "a", "b <- a");
  }

  @Test
  void reset_letsATaskInErrorGoOn_andTheOldResultStaysAsItWas() throws Exception {
    try (LocalEngine engine = engine(failingOnce())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));
      TaskResult before = task.await();

      task.resetStep("a", "the gateway is back");

      assertThat(task.await().state()).isEqualTo(TaskState.COMPLETE);
      assertThat(task.await().step("a").attempts()).isEqualTo(1);
      assertThat(before.state()).isEqualTo(TaskState.ERROR);
      assertThat(before.step("a").state()).isEqualTo(StepState.ERROR);
    }
  }

  @Test
  void resolve_letsTheStepsBelowRun_withoutAResult() throws Exception {
    try (LocalEngine engine = engine(failingOnce())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));

      task.resolveStep("a", "done by hand");

      TaskResult result = task.await();
      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
      assertThat(result.step("a").state()).isEqualTo(StepState.RESOLVED_MANUALLY);
      assertThat(result.step("b").json()).hasToString("[]");
    }
  }

  @Test
  void complete_givesTheStepItsResult() throws Exception {
    try (LocalEngine engine = engine(failingOnce())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));

      task.completeStep("a", Map.of("total", 3), "counted by hand");

      TaskResult result = task.await();
      assertThat(result.state()).isEqualTo(TaskState.COMPLETE);
      assertThat(result.step("a").json()).hasToString("{\"total\":3}");
      assertThat(result.step("b").json()).hasToString("[\"a\"]");
    }
  }

  @Test
  void whatIsComplete_orUnknown_cannotBeActedUpon() {
    try (LocalEngine engine = engine(failingOnce())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));
      task.completeStep("a", null, "by hand");

      assertThatThrownBy(() -> task.resetStep("a", "again"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("is complete: step 'a', which is complete, cannot be reset");
      assertThatThrownBy(() -> task.resetStep("z", "again"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("has no step 'z' (did you mean 'a'?); its steps: a, b");
    }
  }

  @Test
  void aStepThatWaitsForARetry_canBeSettled_andItsWaitEnds() throws Exception {
    ManualTimer timer = new ManualTimer();
    handlers.register(
        "a",
        context -> {
          throw new RetryableException("down");
        });
    TaskTemplate template = flow(retries(3, BackoffStrategy.LINEAR, 1000, 1000), "a");
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(template)
            .timer(timer)
            .executor(Runnable::run)
            .build()) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));
      assertThat(task.state()).isEqualTo(TaskState.WAITING_FOR_RETRY);

      task.resolveStep("a", "not needed");

      assertThat(task.await().state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void aWaitThatEndsWhileItsStepIsSettled_endsInVain() throws Exception {
    List<Runnable> due = new ArrayList<>();
    EngineTimer tooLateToCancel =
        new EngineTimer() {
          @Override
          public Instant now() {
            return Instant.EPOCH;
          }

          @Override
          public Cancellable schedule(Duration delay, Runnable action) {
            due.add(action);
            return () -> {};
          }
        };
    CompletableFuture<Object> other = new CompletableFuture<>();
    CompletionStage<Object> running = other;
    handlers.register(
        "a",
        context -> {
          throw new RetryableException("down");
        });
    handlers.register("b", context -> running);
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(flow(retries(3, BackoffStrategy.LINEAR, 1000, 1000), "a", "b"))
            .timer(tooLateToCancel)
            .executor(Runnable::run)
            .build()) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));
      task.resolveStep("a", "not needed");
      due.forEach(Runnable::run);
      other.complete(1);

      TaskResult result = task.await();
      assertThat(result.failure()).isEmpty();
      assertThat(result.step("a").attempts()).isEqualTo(1);
    }
  }

  @Test
  void anAnalyzerThatIsResolved_hasNoBatches_andTheTaskSaysSo() throws Exception {
    handlers.register(
        "plan",
        context -> {
          throw new PermanentException("no");
        });
    handlers.register("work", context -> null);
    handlers.register("total", context -> 7);
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("plan").type(StepType.BATCHABLE).build())
            .step(
                Templates.step("work <- plan")
                    .type(StepType.BATCH_WORKER)
                    .batch(new BatchConfiguration(1, 1, "id", "work", FailureStrategy.ISOLATE))
                    .build())
            .step(Templates.step("total <- work").build())
            .build();
    try (LocalEngine engine = engine(template)) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));
      task.resolveStep("plan", "nothing to do");

      assertThat(task.await().failure().orElseThrow())
          .endsWith(
              "step 'total' can never run, because 'plan' was resolved by hand and so planned no"
                  + " batches; settle this step, too");
      task.completeStep("total", 0, "nothing was done");
      assertThat(task.await().state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void aClosedEngine_takesNoTaskInAgain() {
    LocalEngine engine = engine(failingOnce());
    TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));
    engine.close();

    assertThatThrownBy(() -> task.resetStep("a", "again"))
        .isInstanceOf(io.tasker.TaskRejectedException.class);
    assertThat(task.state()).isEqualTo(TaskState.ERROR);
  }

  private record Payment(String id, int cents) {}

  private TaskTemplate declinedAndShipped() {
    Parameter<Payment> payment = Parameter.dependency("a", JsonType.of(Payment.class));
    handlers.register(
        adapter(
            handler("a").result(JsonType.of(Payment.class)),
            invocation -> {
              throw new PermanentException("declined");
            }));
    handlers.register(
        adapter(
            handler("b").parameters(payment),
            invocation -> {
              Payment paid = invocation.argument(payment);
              return paid.cents();
            }));
    return flow(ONCE, "a", "b <- a");
  }

  @Test
  void aResultGivenByHand_isOfTheTypeThatTheHandlerDeclares() throws Exception {
    try (LocalEngine engine = engine(declinedAndShipped())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));

      task.completeStep("a", Map.of("id", "p1", "cents", 5), "by invoice");

      assertThat(task.await().failure()).isEmpty();
      assertThat(task.await().result("b", Integer.class)).isEqualTo(5);
      assertThat(task.await().result("a", Payment.class)).isEqualTo(new Payment("p1", 5));
    }
  }

  @Test
  void aResultGivenByHand_thatDoesNotFit_isRefused_andTheTaskStaysAsItWas() {
    try (LocalEngine engine = engine(declinedAndShipped())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));

      assertThatThrownBy(() -> task.completeStep("a", Map.of("id", "p1", "cents", "5"), "typo"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith(
              "the result for step 'a' does not fit Payment, which Handlers.a declares: cents:"
                  + " expected int, found a text");
      assertThat(task.state()).isEqualTo(TaskState.ERROR);
    }
  }

  private enum Route {
    LEFT,
    RIGHT
  }

  @Test
  void aDecisionGivenByHand_isADecision() throws Exception {
    handlers
        .register(
            "route",
            context -> {
              throw new PermanentException("nobody knows");
            })
        .register("left", context -> 1)
        .register("right", context -> 2);
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(step("start").build())
            .step(step("route <- start").type(StepType.DECISION).retry(ONCE).build())
            .step(step("left <- route").build())
            .step(step("right <- route").build())
            .build();
    handlers.register("start", context -> null);
    try (LocalEngine engine = engine(template)) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));

      task.completeStep("route", Decision.to(Route.RIGHT), "by phone");

      assertThat(task.await().failure()).isEmpty();
      assertThat(task.await().find("left")).isEmpty();
      assertThat(task.await().result("right", Integer.class)).isEqualTo(2);
    }
  }

  @Test
  void aDecisionGivenByHand_toAStepThatIsNone_isRefused() {
    try (LocalEngine engine = engine(declinedAndShipped())) {
      TaskHandle task = engine.submit(TaskRequest.of("test", "flow"));

      assertThatThrownBy(() -> task.completeStep("a", Decision.to(Route.LEFT), "by phone"))
          .isInstanceOf(PermanentException.class)
          .hasMessage("Step 'a' returned a decision, but its type in the template is not decision");
      assertThat(task.state()).isEqualTo(TaskState.ERROR);
    }
  }
}
