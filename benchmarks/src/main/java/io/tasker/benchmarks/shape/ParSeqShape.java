package io.tasker.benchmarks.shape;

import com.linkedin.parseq.Task;
import io.tasker.benchmarks.ParSeqEngine;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A task for each step. */
final class ParSeqShape implements ShapeRunner {
  private final Shape shape;
  private final ParSeqEngine engine;

  ParSeqShape(Shape shape, Executor executor) {
    this.shape = shape;
    this.engine = new ParSeqEngine(executor);
  }

  @Override
  public Supplier<List<Counter>> run() throws InterruptedException {
    List<Task<Counter>> tasks = new ArrayList<>(shape.steps());
    Task<Counter> first = Task.callable("first", CounterSteps::first);
    tasks.add(first);
    engine.run(shape.isChain() ? chain(first, tasks) : wide(first, tasks));
    return () -> tasks.stream().map(Task::get).toList();
  }

  private Task<Counter> chain(Task<Counter> first, List<Task<Counter>> tasks) {
    Task<Counter> last = first;
    for (int i = 0; i < shape.middle(); i++) {
      last = last.map("advance", ignored -> CounterSteps.advance(first.get()));
      tasks.add(last);
    }
    return last;
  }

  private Task<Counter> wide(Task<Counter> first, List<Task<Counter>> tasks) {
    List<Task<Counter>> middle = new ArrayList<>(shape.middle());
    for (int i = 0; i < shape.middle(); i++) {
      middle.add(Task.callable("advance", () -> CounterSteps.advance(first.get())));
    }
    Task<Counter> last =
        first
            .flatMap("width", ignored -> Task.par(middle))
            .map("last", ignored -> CounterSteps.advance(first.get()));
    tasks.addAll(middle);
    tasks.add(last);
    return last;
  }

  @Override
  public void close() {
    engine.close();
  }
}
