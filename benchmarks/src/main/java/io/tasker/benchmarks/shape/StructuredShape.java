package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.StructuredScopes;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** A virtual thread for the workflow and for each step that runs beside others. */
final class StructuredShape implements ShapeRunner {
  private final Shape shape;
  private final StructuredScopes scopes;

  StructuredShape(Shape shape, StructuredScopes scopes) {
    this.shape = shape;
    this.scopes = scopes;
  }

  @Override
  public Supplier<List<Counter>> run() throws Exception {
    List<Counter> results = scopes.start(this::results).get();
    return () -> results;
  }

  private List<Counter> results() throws InterruptedException {
    List<Counter> results = new ArrayList<>(shape.steps());
    Counter first = CounterSteps.first();
    results.add(first);
    if (shape.isChain()) {
      for (int i = 0; i < shape.middle(); i++) {
        results.add(CounterSteps.advance(first));
      }
    } else {
      Callable<Counter> step = () -> CounterSteps.advance(first);
      results.addAll(scopes.join(Collections.nCopies(shape.middle(), step)));
      results.add(CounterSteps.advance(first));
    }
    return results;
  }
}
