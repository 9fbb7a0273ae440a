package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static io.tasker.engine.Templates.ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskHandle;
import io.tasker.TaskState;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.TaskTemplate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler that goes on after its attempt was stopped. */
@Timeout(20)
class StoppedHandlerTest extends EngineFixture {
  private static final String EVENT = "a.done";

  private @Nullable TaskHandle task;

  private void runToTheEnd() throws InterruptedException {
    TaskTemplate template = EventFlow.step(ONCE, EventFlow.event(EVENT, Condition.ALWAYS));
    Queue<Runnable> ready = new ArrayDeque<>();
    try (LocalEngine engine = engine(template).executor(ready::add).build()) {
      TaskHandle submitted = engine.submit(FLOW);
      task = submitted;
      ready.remove().run();
      assertThat(submitted.await().state()).isEqualTo(TaskState.CANCELLED);
    }
    assertThat(Thread.interrupted()).as("the interrupt was the handler's").isFalse();
  }

  private void stop() {
    Objects.requireNonNull(task).cancel("enough");
  }

  @Test
  void theStageThatItReturns_isCancelled() throws Exception {
    CompletableFuture<Object> late = new CompletableFuture<>();
    CompletionStage<Object> returned = late;
    handlers.register(
        "a",
        context -> {
          stop();
          return returned;
        });
    runToTheEnd();

    assertThat(late).isCancelled();
  }

  @Test
  void whatItSaysOfItsEvents_isRefused() throws Exception {
    List<String> refused = new ArrayList<>();
    handlers.register(
        adapter(
            handler("a"),
            invocation -> {
              stop();
              try {
                invocation.context().events().publish(EVENT, 1);
              } catch (IllegalStateException e) {
                refused.add(e.getMessage());
              }
              return null;
            }));
    runToTheEnd();

    assertThat(refused)
        .containsExactly(
            "The attempt of step 'a' has ended; it cannot speak of event 'a.done' any more");
  }
}
