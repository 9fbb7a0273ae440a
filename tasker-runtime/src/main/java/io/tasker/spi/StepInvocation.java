package io.tasker.spi;

import io.tasker.handler.StepContext;

/**
 * One attempt of one step, as the source of a handler's arguments. Used by one thread at a time.
 */
public interface StepInvocation {

  /**
   * Returns the argument for a parameter, converted to the parameter's type.
   *
   * @param <T> the type of the argument
   * @param parameter one of the {@link HandlerDescriptor#parameters() parameters} of the handler
   *     that this invocation is for
   * @return the argument; null only for a {@link Parameter#nullable() nullable} parameter
   * @throws io.tasker.handler.PermanentException if a required value is absent or does not fit the
   *     parameter's type
   */
  <T> T argument(Parameter<T> parameter);

  /**
   * Returns the context of this attempt.
   *
   * @return the context
   */
  StepContext context();
}
