package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.Threads;
import java.util.concurrent.Callable;

/** Workflows on the caller's thread, for whoever counts operations and not seconds. */
public final class ShapeWork {
  private ShapeWork() {}

  /**
   * Returns one workflow.
   *
   * @param peer how it is run
   * @param shape its shape
   * @return what runs it
   */
  public static Callable<Object> of(ShapePeer peer, Shape shape) {
    ShapeRunner runner = peer.open(shape, Threads.DIRECT.open());
    return runner::run;
  }
}
