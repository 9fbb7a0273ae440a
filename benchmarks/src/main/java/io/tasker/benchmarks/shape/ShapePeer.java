package io.tasker.benchmarks.shape;

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
  };

  /** Starts the peer; steps run on {@code executor}, which the caller shuts down. */
  abstract ShapeRunner open(Shape shape, ExecutorService executor);
}
