package io.tasker.testing;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;

/** A handler that asks for a service no test has. */
final class NeedsGateway implements StepAdapter {
  private static final Parameter<Appendable> GATEWAY =
      Parameter.provided(JsonType.of(Appendable.class));

  @Override
  public HandlerDescriptor descriptor() {
    return HandlerDescriptor.handler("charge", "charge")
        .declaredAt("NeedsGateway")
        .parameters(GATEWAY)
        .result(JsonType.of(Integer.class))
        .build();
  }

  @Override
  public Object call(StepInvocation invocation) throws Exception {
    invocation.argument(GATEWAY).append("charge");
    return 1;
  }
}
