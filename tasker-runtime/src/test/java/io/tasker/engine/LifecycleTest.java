package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.InvalidInputException;
import io.tasker.StepState;
import io.tasker.TaskHandle;
import io.tasker.TaskRejectedException;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TaskState;
import io.tasker.UnknownWorkflowException;
import io.tasker.template.JsonSchema;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How tasks come in, are cancelled and waited for, and how an engine closes. */
@Timeout(60)
class LifecycleTest extends EngineFixture {
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
          .hasMessageContaining("an object has the same field twice");
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
  void whoeverWaitsForATask_mayRunAnother() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    handlers.register("a", context -> release.await(60, TimeUnit.SECONDS));
    try (LocalEngine engine = engine(flow(ONCE, "a")).concurrency(1).build()) {
      CompletableFuture<Boolean> another = new CompletableFuture<>();
      engine
          .submit(FLOW)
          .completion()
          .thenAccept(
              first -> {
                try {
                  TaskHandle second = engine.submit(FLOW);
                  another.complete(second.await(Duration.ofSeconds(20)).isComplete());
                } catch (InterruptedException | TimeoutException e) {
                  another.completeExceptionally(e);
                }
              });
      release.countDown();

      assertThat(another.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aTaskThatIsAcceptedWhileTheEngineCloses_isCancelled() throws Exception {
    CountDownLatch accepting = new CountDownLatch(1);
    CountDownLatch accept = new CountDownLatch(1);
    handlers.register("a", context -> 1);
    InMemoryTaskStore memory = new InMemoryTaskStore();
    TaskStore slow =
        task -> {
          accepting.countDown();
          try {
            accept.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return memory.accept(task);
        };
    LocalEngine engine = engine(flow(ONCE, "a")).store(slow).executor(Runnable::run).build();
    CompletableFuture<TaskHandle> submitted =
        CompletableFuture.supplyAsync(() -> engine.submit(FLOW));
    accepting.await();
    engine.close(Duration.ZERO);
    accept.countDown();

    assertThat(submitted.get().await().state()).isEqualTo(TaskState.CANCELLED);
  }
}
