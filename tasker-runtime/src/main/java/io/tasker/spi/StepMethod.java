package io.tasker.spi;

import org.jspecify.annotations.Nullable;

/** A call of one handler method. It keeps no state. */
@FunctionalInterface
public interface StepMethod {

  /**
   * Fetches the arguments, calls the handler and returns what it returned.
   *
   * @param invocation the source of the arguments
   * @return the handler's result as {@link StepAdapter#call} returns it
   * @throws Exception whatever the handler throws, unchanged
   */
  @Nullable Object call(StepInvocation invocation) throws Exception;
}
