package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.List;
import java.util.function.Supplier;

/** A loop on the caller's thread. */
final class HandWrittenShape implements ShapeRunner {
  private final int steps;

  HandWrittenShape(Shape shape) {
    this.steps = shape.steps();
  }

  @Override
  public Supplier<List<Counter>> run() {
    Counter[] results = new Counter[steps];
    results[0] = CounterSteps.first();
    for (int i = 1; i < steps; i++) {
      results[i] = CounterSteps.advance(results[0]);
    }
    return () -> List.of(results);
  }
}
