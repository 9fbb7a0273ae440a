package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.List;
import java.util.function.Supplier;

/** Runs workflows of one shape one after the other, in one way. */
public interface ShapeRunner extends AutoCloseable {

  /**
   * Runs one workflow and waits for its end.
   *
   * @return how to look at the results of all steps, which costs nothing unless somebody does
   * @throws Exception if a step fails
   */
  Supplier<List<Counter>> run() throws Exception;

  @Override
  default void close() {}
}
