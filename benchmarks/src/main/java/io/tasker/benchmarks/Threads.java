package io.tasker.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the steps of a benchmark run; the same for all peers. */
public enum Threads {
  /** On the caller's thread. */
  DIRECT,
  /**
   * On a fixed pool of two threads, while the caller waits; virtual threads, where a peer needs
   * them, on as many as there are processors.
   */
  POOL_OF_2;

  /**
   * Returns a new executor.
   *
   * @return the executor, to be shut down by the caller
   */
  public ExecutorService open() {
    return switch (this) {
      case DIRECT -> new DirectExecutor();
      case POOL_OF_2 -> Executors.newFixedThreadPool(2);
    };
  }
}
