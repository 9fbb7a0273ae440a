package io.tasker.engine;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import org.jspecify.annotations.Nullable;

/** Adapters as the processor generates them. */
final class Adapters {
  private Adapters() {}

  interface Body {
    @Nullable Object call(StepInvocation invocation) throws Exception;
  }

  static HandlerDescriptor.Builder handler(String name) {
    return HandlerDescriptor.handler(name, name)
        .declaredAt("Handlers." + name)
        .result(JsonType.of(Object.class));
  }

  static StepAdapter adapter(HandlerDescriptor.Builder builder, Body body) {
    HandlerDescriptor descriptor = builder.build();
    return new StepAdapter() {
      @Override
      public HandlerDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public @Nullable Object call(StepInvocation invocation) throws Exception {
        return body.call(invocation);
      }
    };
  }
}
