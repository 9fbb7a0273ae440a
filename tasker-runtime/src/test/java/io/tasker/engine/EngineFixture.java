package io.tasker.engine;

import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.handler.StepFailure;
import io.tasker.template.TaskTemplate;

/** An engine for one template, whose waits do not vary, and the handlers that a test gives it. */
abstract class EngineFixture {
  static final TaskRequest FLOW = TaskRequest.of("test", "flow");

  final HandlerRegistry handlers = HandlerRegistry.empty();

  final LocalEngineBuilder engine(TaskTemplate template) {
    return LocalEngine.builder().registry(handlers).template(template).jitter(() -> 1);
  }

  final TaskResult run(TaskTemplate template) throws InterruptedException {
    try (LocalEngine engine = engine(template).executor(Runnable::run).build()) {
      return engine.submit(FLOW).await();
    }
  }

  final StepFailure failureOf(TaskTemplate template) throws InterruptedException {
    return run(template).steps().get(0).failure().orElseThrow();
  }
}
