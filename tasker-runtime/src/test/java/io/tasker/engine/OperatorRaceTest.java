package io.tasker.engine;

import static io.tasker.engine.Templates.ONCE;
import static io.tasker.engine.Templates.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tasker.TaskHandle;
import io.tasker.TaskState;
import io.tasker.handler.PermanentException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operators who act on one task at once, or too late: the task ends all the same. */
@Timeout(120)
class OperatorRaceTest extends EngineFixture {
  private static final int TASKS = 20_000;

  private final ExecutorService operators = Executors.newFixedThreadPool(2);

  /** A result that acts on the task while it is written. */
  public static final class Acting {
    private final Runnable action;

    Acting(Runnable action) {
      this.action = action;
    }

    /** Returns a field of the result. */
    public int getTotal() {
      action.run();
      return 1;
    }
  }

  @BeforeEach
  void fail() {
    handlers.register(
        "a",
        context -> {
          throw new PermanentException("no");
        });
  }

  @AfterEach
  void stop() {
    operators.shutdownNow();
  }

  @Test
  void anActionThatComesTooLate_isRefused_andTakesNoPlace() throws Exception {
    try (LocalEngine engine =
        engine(flow(ONCE, "a")).executor(Runnable::run).maxLiveTasks(1).build()) {
      TaskHandle task = engine.submit(FLOW);
      Acting acting = new Acting(() -> task.resolveStep("a", "first"));

      assertThatIllegalStateException()
          .isThrownBy(() -> task.completeStep("a", acting, "second"))
          .withMessageContaining("The task is complete");
      assertThat(task.await(Duration.ofSeconds(10)).state()).isEqualTo(TaskState.COMPLETE);
      assertThat(engine.submit(FLOW).await().state()).isEqualTo(TaskState.ERROR);
    }
  }

  @Test
  void twoWhoSettleOneStep_settleItOnce() throws Exception {
    try (LocalEngine engine = engine(flow(ONCE, "a")).executor(Runnable::run).build()) {
      for (int i = 0; i < TASKS; i++) {
        TaskHandle task = engine.submit(FLOW);
        race(() -> task.resolveStep("a", "one"), () -> task.resolveStep("a", "other"));
        assertThat(task.await(Duration.ofSeconds(10)).state()).isEqualTo(TaskState.COMPLETE);
      }
    }
  }

  @Test
  void cancellingAgainstAReset_endsTheTask() throws Exception {
    try (LocalEngine engine = engine(flow(ONCE, "a")).executor(Runnable::run).build()) {
      for (int i = 0; i < TASKS; i++) {
        TaskHandle task = engine.submit(FLOW);
        race(
            () -> task.resetStep("a", "again"),
            () -> {
              for (int j = 0; j < 20; j++) {
                task.cancel("enough");
              }
            });
        assertThat(task.await(Duration.ofSeconds(10)).state())
            .isIn(TaskState.ERROR, TaskState.CANCELLED);
      }
    }
  }

  private void race(Runnable one, Runnable other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Future<?> first = operators.submit(after(start, one));
    Future<?> second = operators.submit(after(start, other));
    first.get();
    second.get();
  }

  private static Callable<?> after(CyclicBarrier start, Runnable action) {
    return () -> {
      start.await();
      try {
        action.run();
      } catch (IllegalStateException e) {
        // The other one was quicker.
        assertThat(e).hasMessageContaining("test/flow");
      }
      return null;
    };
  }
}
