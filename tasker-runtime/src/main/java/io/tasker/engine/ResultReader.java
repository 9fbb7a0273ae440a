package io.tasker.engine;

import org.jspecify.annotations.Nullable;

/** Turns what the handler of a decision, a batch analyzer or a batch worker returned into news. */
interface ResultReader {

  /**
   * The news of an attempt.
   *
   * @param event the event
   * @param value the result of the step, or what it has accumulated at a checkpoint
   */
  record Outcome(TaskEvent event, @Nullable Object value) {}

  /**
   * Reads what a handler returned.
   *
   * @param step the step, for a batch that batch
   * @param attempt the number of the attempt
   * @param returned what the handler returned
   * @return the news
   * @throws io.tasker.handler.PermanentException if it makes no sense
   */
  Outcome read(StepPlan step, int attempt, @Nullable Object returned);
}
