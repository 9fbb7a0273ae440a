package io.tasker.spi;

import org.jspecify.annotations.Nullable;

/**
 * Calls one handler method. Adapters hold no state: one instance serves all steps of all tasks,
 * concurrently.
 */
public interface StepAdapter {

  /**
   * Returns what the handler needs and produces.
   *
   * @return the descriptor, the same one at each call
   */
  HandlerDescriptor descriptor();

  /**
   * Fetches the arguments from {@code invocation}, calls the handler and returns what it returned.
   *
   * @param invocation the source of the arguments
   * @return the handler's result as it came: a plain value, a {@code StepResult}, a {@code
   *     CompletionStage}, a {@code Decision}, a {@code BatchPlan}, a {@code BatchProgress}, or null
   *     for a {@code void} method
   * @throws Exception whatever the handler throws, unchanged
   */
  @Nullable Object call(StepInvocation invocation) throws Exception;
}
