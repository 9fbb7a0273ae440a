package io.tasker.worker;

import io.tasker.HandlerRegistry;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import org.jspecify.annotations.Nullable;

/** Handlers as the processor generates them. */
final class TestHandlers {
  final HandlerRegistry registry = HandlerRegistry.empty();

  interface Body {
    @Nullable Object call(StepInvocation invocation) throws Exception;
  }

  static HandlerDescriptor.Builder handler(String name) {
    return HandlerDescriptor.handler(name, name)
        .declaredAt("Handlers." + name)
        .result(JsonType.of(Object.class));
  }

  TestHandlers with(String name, Body body) {
    return with(handler(name), body);
  }

  TestHandlers with(HandlerDescriptor.Builder builder, Body body) {
    HandlerDescriptor descriptor = builder.build();
    registry.register(
        new StepAdapter() {
          @Override
          public HandlerDescriptor descriptor() {
            return descriptor;
          }

          @Override
          public @Nullable Object call(StepInvocation invocation) throws Exception {
            return body.call(invocation);
          }
        });
    return this;
  }
}
