package io.tasker.benchmarks.shape;

import io.tasker.StepReport;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.benchmarks.shape.CounterSteps.Counter;
import io.tasker.engine.LocalEngine;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A template on the local engine, without listeners. */
final class TaskerShape implements ShapeRunner {
  private final LocalEngine engine;
  private final TaskRequest request = TaskRequest.of("benchmarks", "shape");

  TaskerShape(Shape shape, Executor executor) {
    this.engine =
        LocalEngine.builder()
            .executor(executor)
            .workflow("benchmarks", "order")
            .template("shape.yaml", new ShapeTemplate(shape).yaml())
            .build();
  }

  @Override
  public Supplier<List<Counter>> run() throws InterruptedException {
    TaskResult result = engine.submit(request).await().orThrow();
    return () -> result.steps().stream().map(TaskerShape::counter).toList();
  }

  private static Counter counter(StepReport step) {
    return step.result(Counter.class);
  }

  @Override
  public void close() {
    engine.close();
  }
}
