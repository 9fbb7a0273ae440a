package io.tasker.engine;

import org.jspecify.annotations.Nullable;

/** Turns what the handler of a decision, a batch analyzer or a batch worker returned into news. */
interface ResultReader {

  /**
   * Reads what a handler returned.
   *
   * @param step the step, for a batch that batch
   * @param attempt the number of the attempt
   * @param returned what the handler returned
   * @return the success
   * @throws io.tasker.handler.PermanentException if it makes no sense
   */
  AttemptOutcome read(StepPlan step, int attempt, @Nullable Object returned);
}
