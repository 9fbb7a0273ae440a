package io.tasker.engine;

import static io.tasker.engine.Templates.flow;
import static io.tasker.engine.Templates.retries;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.handler.RetryableException;
import io.tasker.handler.StepFailure;
import io.tasker.template.BackoffStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.helpers.BasicMDCAdapter;

/** What others see of a task: listeners, the logging context and the store. */
@Timeout(60)
class ObservationTest {
  private static final TaskRequest FLOW = TaskRequest.of("test", "flow");

  private static final class Recorder implements EngineListener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void taskStarted(EngineEvent.TaskStarted event) {
      events.add("started " + event.task().namespace() + "/" + event.task().name());
    }

    @Override
    public void stepStarted(EngineEvent.StepStarted event) {
      events.add("step %s attempt %d".formatted(event.step(), event.attempt()));
    }

    @Override
    public void stepSucceeded(EngineEvent.StepSucceeded event) {
      events.add(
          "%s succeeded at %d in %s".formatted(event.step(), event.attempt(), event.duration()));
    }

    @Override
    public void stepFailed(EngineEvent.StepFailed event) {
      events.add("%s failed: %s".formatted(event.step(), event.failure().message()));
    }

    @Override
    public void retryScheduled(EngineEvent.RetryScheduled event) {
      events.add(
          "%s again at %d after %s".formatted(event.step(), event.nextAttempt(), event.delay()));
    }

    @Override
    public void taskEnded(EngineEvent.TaskEnded event) {
      events.add("ended %s after %s".formatted(event.state().coreName(), event.duration()));
    }
  }

  private static HandlerRegistry failingOnce() {
    AtomicInteger calls = new AtomicInteger();
    return HandlerRegistry.empty()
        .register(
            "a",
            context -> {
              if (calls.incrementAndGet() == 1) {
                throw new RetryableException("busy");
              }
              return null;
            });
  }

  @Test
  void aListener_isToldInOrder() throws Exception {
    ManualTimer timer = new ManualTimer();
    Recorder recorder = new Recorder();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(failingOnce())
            .template(flow(retries(2, BackoffStrategy.LINEAR, 1000, 1000), "a"))
            .executor(Runnable::run)
            .timer(timer)
            .jitter(() -> 1)
            .listener(recorder)
            .build()) {
      TaskHandle task = engine.submit(FLOW);
      timer.advance();
      task.await();
    }
    assertThat(recorder.events)
        .containsExactly(
            "started test/flow",
            "step a attempt 1",
            "a failed: busy",
            "a again at 2 after PT1S",
            "step a attempt 2",
            "a succeeded at 2 in PT0S",
            "ended complete after PT1S");
  }

  @Test
  void aListener_isToldHowLongAStepTook() throws Exception {
    ManualTimer timer = new ManualTimer();
    Recorder recorder = new Recorder();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register("a", context -> elapse(timer, 5))
                    .register("b", context -> elapse(timer, -60)))
            .template(flow(retries(1, BackoffStrategy.LINEAR, 1000, 1000), "a", "b <- a"))
            .executor(Runnable::run)
            .timer(timer)
            .listener(recorder)
            .build()) {
      engine.submit(FLOW).await();
    }
    assertThat(recorder.events)
        .contains(
            "a succeeded at 1 in PT5S", "b succeeded at 1 in PT0S", "ended complete after PT0S");
  }

  private static Object elapse(ManualTimer timer, long seconds) {
    timer.schedule(Duration.ofSeconds(seconds), () -> {});
    return timer.advance().toSeconds();
  }

  @Test
  void aFailingListener_changesNothing() throws Exception {
    EngineListener failing =
        new EngineListener() {
          @Override
          public void stepStarted(EngineEvent.StepStarted event) {
            throw new AssertionError("listener");
          }

          @Override
          public void taskEnded(EngineEvent.TaskEnded event) {
            throw new IllegalStateException("listener");
          }
        };
    Recorder recorder = new Recorder();
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(HandlerRegistry.empty().register("a", context -> 1))
            .template(flow(Templates.ONCE, "a"))
            .listener(failing)
            .listener(recorder)
            .build()) {
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
    assertThat(recorder.events).hasSize(4);
  }

  @Test
  void handlers_logWithTheirTaskAndStep() throws Exception {
    BasicMDCAdapter fields = new BasicMDCAdapter();
    List<Map<String, String>> seen = new ArrayList<>();
    UUID correlation = new UUID(1, 2);
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(
                HandlerRegistry.empty()
                    .register("a", context -> seen.add(fields.getCopyOfContextMap())))
            .template(flow(Templates.ONCE, "a"))
            .executor(Runnable::run)
            .logContext(fields)
            .build()) {
      UUID id = engine.submit(FLOW.correlationId(correlation)).await().id();

      assertThat(seen)
          .containsExactly(
              Map.of(
                  "task",
                  id.toString(),
                  "step",
                  "a",
                  "attempt",
                  "1",
                  "correlation_id",
                  correlation.toString()));
    }
    assertThat(fields.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void theLoggingContextOfTheApplication_isAsItWas_whateverTheHandlerLeaves() throws Exception {
    BasicMDCAdapter fields = new BasicMDCAdapter();
    fields.put("request", "r-1");
    List<Map<String, String>> seen = new ArrayList<>();
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register(
                "a",
                context -> {
                  fields.put("leftover", "x");
                  fields.remove("request");
                  return 1;
                })
            .register("b", context -> seen.add(fields.getCopyOfContextMap()));
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(flow(Templates.ONCE, "a", "b <- a"))
            .executor(Runnable::run)
            .logContext(fields)
            .build()) {
      engine.submit(FLOW).await();
    }
    assertThat(seen.get(0)).containsEntry("request", "r-1").doesNotContainKey("leftover");
    assertThat(fields.getCopyOfContextMap()).isEqualTo(Map.of("request", "r-1"));
  }

  @Test
  void theStore_keepsLiveTasks_andWhatTheMachineNeedsToReplayThem() throws Exception {
    InMemoryTaskStore store = new InMemoryTaskStore();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    HandlerRegistry handlers =
        HandlerRegistry.empty()
            .register("a", context -> "one")
            .register(
                "b",
                context -> {
                  running.countDown();
                  return release.await(60, TimeUnit.SECONDS);
                });
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(handlers)
            .template(flow(Templates.ONCE, "a", "b <- a"))
            .store(store)
            .build()) {
      TaskHandle task = engine.submit(FLOW.reason("test"));
      running.await();

      assertThat(store.liveTasks())
          .singleElement()
          .satisfies(kept -> assertThat(kept.id()).isEqualTo(task.id()))
          .satisfies(kept -> assertThat(kept.request().reason()).isEqualTo("test"));
      List<InMemoryTaskStore.Entry> entries = store.events(task.id());
      assertThat(entries)
          .extracting(InMemoryTaskStore.Entry::event)
          .startsWith(
              new TaskEvent.Started(),
              new TaskEvent.StepStarted(0, 1),
              new TaskEvent.StepSucceeded(0, 1));
      assertThat(entries.get(2).result()).isEqualTo("one");
      TaskMachine replayed = new TaskMachine(TaskPlan.of(flow(Templates.ONCE, "a", "b <- a")));
      entries.forEach(entry -> replayed.apply(entry.event()));
      assertThat(replayed.state()).isEqualTo(task.state());

      release.countDown();
      task.await();
      assertThat(store.liveTasks()).isEmpty();
    }
  }

  @Test
  void aStoreThatFails_endsTheTask_andTheEngineGoesOn() throws Exception {
    AtomicInteger appends = new AtomicInteger();
    TaskStore failing =
        task ->
            new TaskJournal() {
              @Override
              public void append(
                  TaskEvent event,
                  @Nullable Object result,
                  @Nullable StepFailure failure,
                  Map<String, Object> metadata) {
                if (appends.incrementAndGet() == 3) {
                  throw new IllegalStateException("disk full");
                }
              }

              @Override
              public void end(TaskState state) {}
            };
    try (LocalEngine engine =
        LocalEngine.builder()
            .registry(HandlerRegistry.empty().register("a", context -> 1))
            .template(flow(Templates.ONCE, "a"))
            .store(failing)
            .build()) {
      var result = engine.submit(FLOW).await();
      assertThat(result.state()).isEqualTo(TaskState.ERROR);
      assertThat(result.failure().orElseThrow()).contains("given up").contains("disk full");
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
  }

  @Test
  void ids_areUnique_andSortByTime() {
    TaskIds ids = new TaskIds();
    Instant now = Instant.parse("2026-11-24T00:00:00Z");
    Set<UUID> drawn = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = ids.task(now);
      drawn.add(id);
      drawn.add(TaskIds.step(id, 0));
      drawn.add(TaskIds.step(id, 1));
    }
    UUID later = ids.task(now.plusMillis(1));

    assertThat(drawn).hasSize(30_000).allMatch(id -> id.version() == 7 && id.variant() == 2);
    assertThat(drawn).allMatch(id -> id.toString().compareTo(later.toString()) < 0);
  }
}
