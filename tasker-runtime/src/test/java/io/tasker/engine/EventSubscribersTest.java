package io.tasker.engine;

import static io.tasker.template.EventDeclaration.Condition.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.HandlerRegistry;
import io.tasker.TaskHandle;
import io.tasker.TaskRequest;
import io.tasker.TaskState;
import io.tasker.event.DomainEvent;
import io.tasker.event.EventSubscription;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscribers in the process, on the engine's own threads. */
@Timeout(60)
class EventSubscribersTest {
  private static final TaskRequest FLOW = TaskRequest.of("test", "flow");
  private static final TaskTemplate THREE_STEPS =
      TaskTemplate.template("test", "flow", "1.0.0")
          .step(publishing("a", "step.a"))
          .step(publishing("b <- a", "step.b"))
          .step(publishing("c <- b", "step.c"))
          .build();

  private static StepDefinition publishing(String step, String event) {
    return Templates.step(step)
        .retry(Templates.ONCE)
        .publishesEvents(List.of(EventFlow.event(event, SUCCESS)))
        .build();
  }

  private final EventFlow.Recorder recorder = new EventFlow.Recorder();

  private LocalEngineBuilder engine() {
    HandlerRegistry handlers = HandlerRegistry.empty();
    for (String step : List.of("a", "b", "c")) {
      handlers.register(step, context -> step);
    }
    return LocalEngine.builder()
        .registry(handlers)
        .template(THREE_STEPS)
        .concurrency(2)
        .listener(recorder);
  }

  @Test
  void eventsOfATask_comeInTheOrderOfItsSteps() throws Exception {
    Map<UUID, List<String>> seen = new ConcurrentHashMap<>();
    int tasks = 50;
    try (LocalEngine engine =
        engine()
            .subscribe(
                "step.*",
                event ->
                    seen.computeIfAbsent(event.metadata().taskUuid(), id -> new ArrayList<>())
                        .add(event.name()))
            .build()) {
      List<TaskHandle> handles = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        handles.add(engine.submit(FLOW));
      }
      for (TaskHandle handle : handles) {
        assertThat(handle.await().state()).isEqualTo(TaskState.COMPLETE);
      }
    }
    assertThat(seen).hasSize(tasks);
    assertThat(seen.values())
        .allSatisfy(names -> assertThat(names).containsExactly("step.a", "step.b", "step.c"));
    assertThat(recorder.dropped).isEmpty();
  }

  @Test
  void aSlowSubscriber_holdsUpNobody_andLosesWhatFindsItsBufferFull() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch quick = new CountDownLatch(12);
    List<String> slow = new CopyOnWriteArrayList<>();
    try (LocalEngine engine = engine().eventBuffer(4).build()) {
      EventSubscription subscription =
          engine
              .events()
              .subscribe(
                  "step.*",
                  event -> {
                    busy.countDown();
                    release.await();
                    slow.add(event.name());
                  });
      engine.events().subscribe("*.*", event -> quick.countDown());
      for (int task = 1; task <= 4; task++) {
        assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
        busy.await();
        // So that no other buffer of 4 ever holds more than the 3 events of a task.
        awaitCount(quick, 12 - 3 * task);
      }
      // 12 events: one it is busy with, four that wait, seven too many.
      assertThat(subscription.dropped()).isEqualTo(7);
      release.countDown();
    }
    assertThat(slow).containsExactly("step.a", "step.b", "step.c", "step.a", "step.b");
    assertThat(recorder.dropped)
        .hasSize(7)
        .allSatisfy(lost -> assertThat(lost.where()).isEqualTo("subscriber 'step.*'"))
        .last()
        .satisfies(lost -> assertThat(lost.dropped()).isEqualTo(7));
  }

  private static void awaitCount(CountDownLatch latch, long count) {
    while (latch.getCount() > count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aSubscriberThatFails_isReported_andGetsTheNextEvent() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (LocalEngine engine =
        engine()
            .subscribe(
                "*",
                event -> {
                  seen.add(event.name());
                  throw new AssertionError(event.name());
                })
            .build()) {
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.COMPLETE);
    }
    assertThat(seen).containsExactly("step.a", "step.b", "step.c");
    assertThat(recorder.failed)
        .hasSize(3)
        .allSatisfy(failed -> assertThat(failed.where()).isEqualTo("subscriber '*'"))
        .first()
        .satisfies(failed -> assertThat(failed.cause()).hasMessage("step.a"));
    assertThat(recorder.published).hasSize(3);
  }

  @Test
  void aCancelledSubscription_getsNothingMore() throws Exception {
    List<DomainEvent> seen = new CopyOnWriteArrayList<>();
    CountDownLatch second = new CountDownLatch(6);
    try (LocalEngine engine = engine().subscribe("*", event -> second.countDown()).build()) {
      CountDownLatch first = new CountDownLatch(3);
      EventSubscription subscription =
          engine
              .events()
              .subscribe(
                  "*",
                  event -> {
                    seen.add(event);
                    first.countDown();
                  });
      engine.submit(FLOW).await();
      first.await();
      subscription.cancel();
      subscription.cancel();
      engine.submit(FLOW).await();
      second.await();
      assertThat(subscription.dropped()).isZero();
    }
    assertThat(seen).hasSize(3);
  }

  @Test
  void close_publishesWhatWaits() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    List<String> seen = new CopyOnWriteArrayList<>();
    LocalEngine engine =
        engine()
            .subscribe(
                "*",
                event -> {
                  closing.await();
                  seen.add(event.name());
                })
            .build();
    engine.submit(FLOW).await();
    closing.countDown();
    engine.close();

    assertThat(seen).containsExactly("step.a", "step.b", "step.c");
    assertThatThrownBy(() -> engine.events().subscribe("*", event -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void close_givesUpAfterItsDeadline_andReportsWhatIsLost() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    LocalEngine engine =
        engine()
            .subscribe(
                "*",
                event -> {
                  busy.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                })
            .build();
    engine.submit(FLOW).await();
    busy.await();
    engine.close(Duration.ZERO);

    interrupted.await();
    assertThat(recorder.dropped)
        .extracting(lost -> lost.event())
        .containsExactly("step.b", "step.c");
  }

  @Test
  void subscribers_haveThreadsWithTheirNames() throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    try (LocalEngine engine =
        engine()
            .subscribe("step.a", event -> threads.add(Thread.currentThread().getName()))
            .build()) {
      engine.submit(FLOW).await();
    }
    assertThat(threads).containsExactly("tasker-subscriber-step.a");
  }
}
