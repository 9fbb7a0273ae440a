package io.tasker.engine;

import io.tasker.internal.StepBinding;
import io.tasker.spi.StepAdapter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step with everything that is decided when the engine starts.
 *
 * @param plan the step
 * @param adapter its handler
 * @param binding where the handler's arguments come from
 * @param ancestors the indexes of the steps above it by name, ordered by name
 * @param timeout the bound of one attempt, or null for none
 * @param started the event of the first attempt's start, the same for all tasks
 * @param succeeded the event of the first attempt's success, the same for all tasks
 */
record CompiledStep(
    StepPlan plan,
    StepAdapter adapter,
    StepBinding binding,
    Map<String, Integer> ancestors,
    @Nullable Duration timeout,
    TaskEvent started,
    TaskEvent succeeded) {}
