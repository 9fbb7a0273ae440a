package io.tasker.engine;

import io.tasker.internal.JacksonCodec;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/**
 * What all tasks of an engine share.
 *
 * @param codec turns payloads into JSON and back
 * @param outcomes reads what handlers return
 * @param threads where handlers run and the callbacks of those who wait for tasks
 * @param slots bounds what runs at once
 * @param timer the sense of time
 * @param listeners who is told
 * @param events publishes the domain events of steps
 * @param logFields the logging context of handlers
 * @param jitter draws the factor that varies a wait
 */
record EngineRuntime(
    JacksonCodec codec,
    OutcomeReader outcomes,
    Executor threads,
    StepSlots slots,
    EngineTimer timer,
    Listeners listeners,
    StepEvents events,
    StepLogFields logFields,
    DoubleSupplier jitter) {

  /** Returns whether inputs and results travel as JSON. */
  boolean isRoundTrip() {
    return outcomes.isRoundTrip();
  }
}
