package io.tasker.interop.fault;

import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A handler that tells of each call before it does anything.
 *
 * @param name the callable
 * @param seen is told
 * @param body what it does
 */
record WitnessedHandler(String name, Consumer<Execution> seen, Body body) implements StepHandler {

  /** What a handler does. */
  interface Body {
    @Nullable Object call(StepContext context) throws Exception;
  }

  @Override
  public StepExecutionResult call(StepContext context) throws Exception {
    seen.accept(Execution.of(context));
    return StepExecutionResult.success(context, body.call(context));
  }
}
