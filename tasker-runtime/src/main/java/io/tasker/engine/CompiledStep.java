package io.tasker.engine;

import io.tasker.internal.DeclaredResult;
import io.tasker.internal.StepBinding;
import io.tasker.spi.StepAdapter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step with everything that is decided when the engine starts.
 *
 * @param plan the step
 * @param adapter its handler
 * @param binding where the handler's arguments come from
 * @param ancestors the steps above it by name
 * @param timeout the bound of one attempt, or null for none
 * @param started the event of the first attempt's start, the same for all tasks
 * @param succeeded the event of the first attempt's success, the same for all tasks
 * @param result what its handler declares to return
 * @param reader how to read what the handler returned
 * @param batch the batch this is, or null if it is a step of the template
 */
record CompiledStep(
    StepPlan plan,
    StepAdapter adapter,
    StepBinding binding,
    AncestorNames ancestors,
    @Nullable Duration timeout,
    TaskEvent started,
    TaskEvent succeeded,
    DeclaredResult result,
    ResultReader reader,
    @Nullable BatchInput batch) {

  /** Returns a batch of this worker step. */
  CompiledStep batch(StepPlan step, BatchInput input) {
    return new CompiledStep(
        step,
        adapter,
        binding,
        ancestors,
        timeout,
        new TaskEvent.StepStarted(step.index(), 1),
        new TaskEvent.StepSucceeded(step.index(), 1),
        result,
        reader,
        input);
  }
}
