package io.tasker.benchmarks.shape;

import io.tasker.benchmarks.shape.CounterSteps.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A stage for each step, each on the executor. */
final class FutureShape implements ShapeRunner {
  private final Shape shape;
  private final Executor executor;

  FutureShape(Shape shape, Executor executor) {
    this.shape = shape;
    this.executor = executor;
  }

  @Override
  public Supplier<List<Counter>> run() throws InterruptedException, ExecutionException {
    List<CompletableFuture<Counter>> stages = new ArrayList<>(shape.steps());
    CompletableFuture<Counter> first = CompletableFuture.supplyAsync(CounterSteps::first, executor);
    stages.add(first);
    CompletableFuture<Counter> last = first;
    for (int i = 0; i < shape.middle(); i++) {
      CompletableFuture<?> above = shape.isChain() ? last : first;
      last = after(above, first);
      stages.add(last);
    }
    if (!shape.isChain()) {
      last = after(CompletableFuture.allOf(stages.toArray(new CompletableFuture<?>[0])), first);
      stages.add(last);
    }
    last.get();
    return () -> stages.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Counter> after(
      CompletableFuture<?> above, CompletableFuture<Counter> first) {
    return above.thenApplyAsync(ignored -> CounterSteps.advance(first.join()), executor);
  }
}
