package io.tasker.handler;

import java.util.Optional;

/**
 * A handler written by hand, for what a method with typed parameters cannot say. One instance
 * serves all steps of all tasks, concurrently.
 */
public interface StepHandler {

  /**
   * Runs one attempt of a step.
   *
   * @param context the task, the step and what they hold
   * @return the outcome, for example {@link StepExecutionResult#success(StepContext, Object)}
   * @throws Exception a {@link PermanentException}, a {@link RetryableException} or any other
   *     exception, which counts as retryable
   */
  StepExecutionResult call(StepContext context) throws Exception;

  /**
   * Returns the key under which templates name the handler.
   *
   * @return the callable
   */
  String name();

  /**
   * Returns the version of the handler.
   *
   * @return the version, {@code 1.0.0} unless overridden
   */
  default String version() {
    return "1.0.0";
  }

  /**
   * Returns the only namespace whose templates find the handler.
   *
   * @return the namespace, or empty for all
   */
  default Optional<String> namespace() {
    return Optional.empty();
  }
}
