package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.StructuredScopes;
import io.tasker.benchmarks.Threads;
import java.util.concurrent.ExecutorService;

/** Ways to run a shape. */
public enum ShapePeer {
  /** A loop that keeps the results in an array. */
  HAND_WRITTEN {
    @Override
    ShapeRunner open(Shape shape, ExecutorService executor) {
      return new HandWrittenShape(shape);
    }
  },
  COMPLETABLE_FUTURE {
    @Override
    ShapeRunner open(Shape shape, ExecutorService executor) {
      return new FutureShape(shape, executor);
    }
  },
  TASKER {
    @Override
    ShapeRunner open(Shape shape, ExecutorService executor) {
      return new TaskerShape(shape, executor);
    }
  },
  PARSEQ {
    @Override
    ShapeRunner open(Shape shape, ExecutorService executor) {
      return new ParSeqShape(shape, executor);
    }
  },
  /** On virtual threads; only where {@link StructuredScopes} were compiled. */
  STRUCTURED_TASK_SCOPE {
    @Override
    ShapeRunner open(Shape shape, ExecutorService executor) {
      return new StructuredShape(shape, StructuredScopes.find().orElseThrow());
    }

    @Override
    public boolean runsOn(Threads threads) {
      return threads == Threads.POOL_OF_2 && StructuredScopes.find().isPresent();
    }
  };

  /** Starts the peer; steps run on {@code executor}, which the caller shuts down. */
  abstract ShapeRunner open(Shape shape, ExecutorService executor);

  /**
   * Returns whether the peer can be measured beside others in this JVM.
   *
   * @param threads where the others run
   * @return whether it can
   */
  public boolean runsOn(Threads threads) {
    return true;
  }
}
