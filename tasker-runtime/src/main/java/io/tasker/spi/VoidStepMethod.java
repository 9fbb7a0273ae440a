package io.tasker.spi;

/** A call of one handler method that returns nothing. It keeps no state. */
@FunctionalInterface
public interface VoidStepMethod {

  /**
   * Fetches the arguments and calls the handler.
   *
   * @param invocation the source of the arguments
   * @throws Exception whatever the handler throws, unchanged
   */
  void call(StepInvocation invocation) throws Exception;
}
