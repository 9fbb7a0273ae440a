package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tasker.DuplicateTaskException;
import io.tasker.IdentityStrategy;
import io.tasker.InvalidInputException;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.handler.PermanentException;
import io.tasker.template.TaskTemplate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which requests ask for a task that is there already. */
@Timeout(20)
class TaskIdentityTest extends EngineFixture {
  private final CompletableFuture<Object> result = new CompletableFuture<>();

  @BeforeEach
  void waitForTheTest() {
    handlers.register("a", context -> result);
  }

  private LocalEngine engine(IdentityStrategy strategy) {
    return engine(flow(ONCE, "a")).executor(Runnable::run).identity(strategy).build();
  }

  private static void assertDuplicate(LocalEngine engine, TaskRequest request, TaskHandle of) {
    assertThatExceptionOfType(DuplicateTaskException.class)
        .isThrownBy(() -> engine.submit(request))
        .withMessageContaining(of.id().toString())
        .satisfies(e -> assertThat(e.existing()).isEqualTo(of.id()));
  }

  @Test
  void unlessToldOtherwise_eachRequestIsATaskOfItsOwn() throws Exception {
    try (LocalEngine engine = engine(flow(ONCE, "a")).executor(Runnable::run).build()) {
      TaskHandle first = engine.submit(FLOW);
      TaskHandle second = engine.submit(FLOW);
      result.complete(1);

      assertThat(first.await().isComplete()).isTrue();
      assertThat(second.await().isComplete()).isTrue();
      assertThat(first.id()).isNotEqualTo(second.id());
    }
  }

  @Test
  void aKey_standsForOneTask_whileItRunsAndAfterwards() throws Exception {
    try (LocalEngine engine = engine(IdentityStrategy.ALWAYS_UNIQUE)) {
      TaskRequest keyed = FLOW.idempotencyKey("order-1");
      TaskHandle first = engine.submit(keyed);
      assertDuplicate(engine, keyed.input("{\"other\": 1}"), first);
      assertThat(engine.find(first.id())).containsSame(first);
      result.complete(1);

      first.await();
      assertDuplicate(engine, keyed, first);
      assertThat(engine.find(first.id())).isEmpty();
      assertThat(engine.submit(FLOW.idempotencyKey("order-2")).await().isComplete()).isTrue();
    }
  }

  @Test
  void strict_comparesInputsWhateverTheOrderOfTheirFields() throws Exception {
    result.complete(1);
    try (LocalEngine engine = engine(IdentityStrategy.STRICT)) {
      TaskHandle first = engine.submit(FLOW.input("{\"a\": {\"c\": 1, \"d\": 2}, \"b\": 3}"));

      assertDuplicate(engine, FLOW.input("{\"b\": 3, \"a\": {\"d\": 2, \"c\": 1}}"), first);
      assertThat(engine.submit(FLOW.input("{\"b\": 4}")).await().isComplete()).isTrue();
      assertThat(engine.submit(FLOW.input("{\"b\": 3}").idempotencyKey("k")).id())
          .isNotEqualTo(first.id());
    }
  }

  @Test
  void callerProvided_asksForAKey() throws Exception {
    result.complete(1);
    try (LocalEngine engine = engine(IdentityStrategy.CALLER_PROVIDED)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> engine.submit(FLOW))
          .withMessageContaining("idempotency key");
      TaskHandle first = engine.submit(FLOW.idempotencyKey("k"));
      assertDuplicate(engine, FLOW.idempotencyKey("k"), first);
    }
  }

  @Test
  void anotherVersion_isAnotherTask() throws Exception {
    result.complete(1);
    TaskTemplate next =
        TaskTemplate.template("test", "flow", "2.0.0").step(Templates.step("a").build()).build();
    try (LocalEngine engine = engine(flow(ONCE, "a")).template(next).build()) {
      TaskRequest keyed = FLOW.idempotencyKey("k");
      assertThat(engine.submit(keyed.version("1.0.0")).await().isComplete()).isTrue();
      assertThat(engine.submit(keyed.version("2.0.0")).await().isComplete()).isTrue();
    }
  }

  @Test
  void aRequestThatIsRefused_leavesNoTrace() throws Exception {
    try (LocalEngine engine = engine(flow(ONCE, "a")).maxLiveTasks(1).build()) {
      TaskHandle running = engine.submit(FLOW);
      TaskRequest keyed = FLOW.idempotencyKey("k");
      assertThatExceptionOfType(io.tasker.TaskRejectedException.class)
          .isThrownBy(() -> engine.submit(keyed));
      result.complete(1);
      running.await();

      assertThat(engine.submit(keyed).await().isComplete()).isTrue();
    }
  }

  @Test
  void theStore_forgetsTheOldest() throws Exception {
    result.complete(1);
    try (LocalEngine engine =
        engine(flow(ONCE, "a")).executor(Runnable::run).store(new InMemoryTaskStore(2)).build()) {
      for (String key : new String[] {"1", "2", "3"}) {
        engine.submit(FLOW.idempotencyKey(key)).await();
      }
      assertThatExceptionOfType(DuplicateTaskException.class)
          .isThrownBy(() -> engine.submit(FLOW.idempotencyKey("3")));
      assertThat(engine.submit(FLOW.idempotencyKey("1")).await().isComplete()).isTrue();
    }
  }

  @Test
  void theIdentityOfATaskThatGoesOnAgain_isNotForgotten() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    handlers.register(
        "b",
        context ->
            calls.incrementAndGet() == 1
                ? CompletableFuture.failedFuture(new PermanentException("no"))
                : result.copy());
    try (LocalEngine engine =
        engine(flow(ONCE, "b")).executor(Runnable::run).store(new InMemoryTaskStore(1)).build()) {
      TaskHandle first = engine.submit(FLOW.idempotencyKey("1"));
      first.resetStep("b", "again");
      for (String key : new String[] {"2", "3"}) {
        engine.submit(FLOW.idempotencyKey(key)).cancel("enough");
      }
      assertDuplicate(engine, FLOW.idempotencyKey("1"), first);
      result.complete(1);
      assertThat(first.await().isComplete()).isTrue();
    }
  }

  @Test
  void aStore_remembersNoNegativeNumberOfTasks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InMemoryTaskStore(-1))
        .withMessageContaining("-1");
  }

  @Test
  void aBlankKey_isNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> FLOW.idempotencyKey(" "));
    try (LocalEngine engine = engine(IdentityStrategy.STRICT)) {
      assertThat(engine.find(new UUID(1, 2))).isEmpty();
    }
  }
}
