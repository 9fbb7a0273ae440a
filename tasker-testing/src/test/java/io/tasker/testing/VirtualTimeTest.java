package io.tasker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.engine.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualTimeTest {
  private final VirtualTime time = virtualTime(Duration.ofDays(1));
  private final List<Object> log = new ArrayList<>();

  @Test
  void timersOfOneTime_runInTheOrderTheyWereSet() throws Exception {
    timer(2, "late");
    timer(1, "first");
    timer(1, "second");
    timer(1, "third");

    runAll();

    assertThat(log).containsExactly("first", "second", "third", "late");
    assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(2));
  }

  @Test
  void cancelledTimer_neitherRunsNorMovesTime() throws Exception {
    Cancellable timer = timer(1, "cancelled");

    timer.cancel();
    runAll();

    assertThat(log).isEmpty();
    assertThat(time.now()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void oneStageOfAnotherThread_holdsTimers() throws Exception {
    CompletableFuture<String> outside = new CompletableFuture<>();
    time.fromOutside(outside).thenAccept(log::add);
    timer(1, "timer");
    AtomicBoolean isOver = new AtomicBoolean();
    Thread waiting = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              while (waiting.getState() != Thread.State.TIMED_WAITING && !isOver.get()) {
                Thread.onSpinWait();
              }
              outside.complete("stage");
            });
    other.start();

    time.runNext();
    isOver.set(true);
    other.join();
    runAll();

    assertThat(log).containsExactly("stage", "timer");
  }

  @Test
  void stageThatWasGivenUp_holdsTimeNoLonger() throws Exception {
    VirtualTime impatient = virtualTime(Duration.ofMillis(1));
    CompletableFuture<String> outside = new CompletableFuture<>();
    impatient.fromOutside(outside).thenAccept(log::add);
    impatient.schedule(Duration.ofSeconds(1), () -> log.add("timer"));

    assertThat(impatient.runNext()).isTrue();
    assertThat(impatient.runNext()).isFalse();
    outside.complete("stage");
    assertThat(impatient.runNext()).isTrue();

    assertThat(log).containsExactly("timer", "stage");
  }

  private static VirtualTime virtualTime(Duration patience) {
    return new VirtualTime(Instant.EPOCH, new Patience(patience));
  }

  private Cancellable timer(long seconds, String name) {
    return time.schedule(Duration.ofSeconds(seconds), () -> log.add(name));
  }

  private void runAll() throws InterruptedException {
    boolean isRunning = true;
    while (isRunning) {
      isRunning = time.runNext();
    }
  }
}
