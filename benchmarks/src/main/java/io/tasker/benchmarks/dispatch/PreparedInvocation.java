package io.tasker.benchmarks.dispatch;

import io.tasker.handler.StepContext;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepInvocation;
import java.util.List;
import java.util.Map;

/** An invocation that has its arguments already, found by the parameter's identity. */
final class PreparedInvocation implements StepInvocation {
  private final Parameter<?>[] parameters;
  private final Object[] arguments;

  /** Takes the argument of each parameter from {@code results}, by the name of the step. */
  PreparedInvocation(List<Parameter<?>> parameters, Map<String, Object> results) {
    this.parameters = parameters.toArray(new Parameter<?>[0]);
    this.arguments = parameters.stream().map(parameter -> results.get(parameter.name())).toArray();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // prepared for this type
  public <T> T argument(Parameter<T> parameter) {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] == parameter) {
        return (T) arguments[i];
      }
    }
    throw new IllegalArgumentException("There is no argument for " + parameter);
  }

  @Override
  public StepContext context() {
    throw new UnsupportedOperationException("The handlers of this benchmark take no context");
  }
}
