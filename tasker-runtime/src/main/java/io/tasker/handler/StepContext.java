package io.tasker.handler;

/** One attempt of one step, as a handler sees it. */
public interface StepContext {

  /**
   * Returns the name of the step.
   *
   * @return the step name
   */
  String stepName();
}
