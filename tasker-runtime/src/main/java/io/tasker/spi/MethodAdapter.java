package io.tasker.spi;

import org.jspecify.annotations.Nullable;

/** The adapter of a handler method that a descriptor was completed with. */
final class MethodAdapter extends DescribedAdapter {
  private final StepMethod method;

  MethodAdapter(HandlerDescriptor.Builder descriptor, StepMethod method) {
    super(descriptor);
    this.method = method;
  }

  @Override
  public @Nullable Object call(StepInvocation invocation) throws Exception {
    return method.call(invocation);
  }
}
