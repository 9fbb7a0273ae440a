package io.tasker.benchmarks;

import com.linkedin.parseq.Engine;
import com.linkedin.parseq.EngineBuilder;
import com.linkedin.parseq.Task;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** An engine of ParSeq without traces, and the timer that it needs. */
public final class ParSeqEngine implements AutoCloseable {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Engine engine;

  /**
   * Starts an engine.
   *
   * @param executor where tasks run
   */
  public ParSeqEngine(Executor executor) {
    this.engine = new EngineBuilder().setTaskExecutor(executor).setTimerScheduler(timer).build();
  }

  /**
   * Runs a plan to its end.
   *
   * @param <T> the type of its result
   * @param plan the plan
   * @return its result
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  public <T> T run(Task<T> plan) throws InterruptedException {
    engine.run(plan);
    plan.await();
    return plan.get();
  }

  /**
   * Starts a plan.
   *
   * @param <T> the type of its result
   * @param plan the plan
   * @return what waits for its end and returns its result
   */
  public <T> Callable<T> start(Task<T> plan) {
    engine.run(plan);
    return () -> {
      plan.await();
      return plan.get();
    };
  }

  @Override
  public void close() {
    engine.shutdown();
    timer.shutdownNow();
  }
}
