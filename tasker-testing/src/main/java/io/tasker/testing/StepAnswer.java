package io.tasker.testing;

import io.tasker.handler.StepContext;
import org.jspecify.annotations.Nullable;

/** What a test puts in the place of a handler. */
@FunctionalInterface
public interface StepAnswer {

  /**
   * Runs one attempt.
   *
   * @param context the attempt, as the handler would see it
   * @return whatever a handler may return: a value, a {@link io.tasker.handler.StepResult}, a
   *     {@link io.tasker.handler.StepExecutionResult}, a {@code CompletionStage}, or null for none
   * @throws Exception whatever a handler may throw
   */
  @Nullable Object answer(StepContext context) throws Exception;
}
