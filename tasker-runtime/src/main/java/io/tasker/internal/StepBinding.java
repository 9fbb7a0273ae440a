package io.tasker.internal;

import io.tasker.spi.Parameter;
import org.jspecify.annotations.Nullable;

/** The arguments of one step, found by the identity of the parameter over a small array. */
public final class StepBinding {
  private final Parameter<?>[] parameters;
  private final Argument[] arguments;

  StepBinding(Parameter<?>[] parameters, Argument[] arguments) {
    this.parameters = parameters;
    this.arguments = arguments;
  }

  /**
   * Returns the value of a parameter.
   *
   * @param parameter one of the parameters of the step's handler
   * @param values the values of the task
   * @return the value; null for a nullable parameter only
   * @throws io.tasker.handler.PermanentException if the value is absent or does not fit
   * @throws IllegalArgumentException if the parameter is not one of the handler's
   */
  public @Nullable Object value(Parameter<?> parameter, TaskValues values) {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] == parameter) {
        return arguments[i].value(values);
      }
    }
    throw new IllegalArgumentException(
        "The handler's descriptor does not list the parameter " + parameter);
  }
}
