package io.tasker.interop.fault;

import io.tasker.handler.StepContext;
import java.util.UUID;

/**
 * One attempt of a step, which must not be seen twice.
 *
 * @param step the id of the step
 * @param attempt the number of the attempt, 1 for the first
 */
record Execution(UUID step, int attempt) {
  static Execution of(StepContext context) {
    return new Execution(context.stepUuid(), context.attempt());
  }
}
