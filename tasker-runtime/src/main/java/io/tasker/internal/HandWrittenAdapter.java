package io.tasker.internal;

import io.tasker.handler.ContextFunction;
import io.tasker.handler.DependenciesFunction;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepFunction;
import io.tasker.handler.StepHandler;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A handler without generated code: it takes everything from the context and declares no type. */
public final class HandWrittenAdapter implements StepAdapter {
  private final HandlerDescriptor descriptor;
  private final Call call;

  private interface Call {
    @Nullable Object on(StepContext context) throws Exception;
  }

  private HandWrittenAdapter(String name, String place, Call call) {
    this.descriptor =
        HandlerDescriptor.handler(name, name)
            .declaredAt(place)
            .takesContext(true)
            .result(JsonType.of(Object.class))
            .build();
    this.call = call;
  }

  /**
   * Returns the adapter of a handler object.
   *
   * @param handler the handler
   * @return the adapter
   */
  public static StepAdapter of(StepHandler handler) {
    String name = Objects.requireNonNull(handler.name(), "the name of a handler");
    return new HandWrittenAdapter(
        name, handler.getClass().getName(), context -> result(handler, context));
  }

  // Null is no promise of this method's kept, so it is no success either.
  private static StepExecutionResult result(StepHandler handler, StepContext context)
      throws Exception {
    StepExecutionResult result = handler.call(context);
    if (result == null) {
      throw new InvalidResultException(
          "%s returned null in place of a StepExecutionResult".formatted(handler.name()));
    }
    return result;
  }

  /**
   * Returns the adapter of a function.
   *
   * @param name the callable
   * @param function the function
   * @return the adapter
   */
  public static StepAdapter of(String name, StepFunction function) {
    return new HandWrittenAdapter(
        name,
        "function '" + name + "'",
        context -> function.apply(context.inputs(), results(context)));
  }

  /**
   * Returns the adapter of a function of the task's input alone, for which no result is converted.
   *
   * @param name the callable
   * @param function the function
   * @return the adapter
   */
  public static StepAdapter of(String name, ContextFunction function) {
    return new HandWrittenAdapter(
        name, "function '" + name + "'", context -> function.apply(context.inputs()));
  }

  /**
   * Returns the adapter of a function of the upstream results alone, for which the input is not
   * converted.
   *
   * @param name the callable
   * @param function the function
   * @return the adapter
   */
  public static StepAdapter ofDependencies(String name, DependenciesFunction function) {
    return new HandWrittenAdapter(
        name, "function '" + name + "'", context -> function.apply(results(context)));
  }

  private static Map<String, JsonNode> results(StepContext context) {
    Map<String, JsonNode> results = new TreeMap<>();
    context.dependencyNames().forEach(step -> results.put(step, context.dependency(step)));
    return results;
  }

  @Override
  public HandlerDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public @Nullable Object call(StepInvocation invocation) throws Exception {
    return call.on(invocation.context());
  }
}
