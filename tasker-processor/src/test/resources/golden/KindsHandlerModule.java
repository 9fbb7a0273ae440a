package com.acme.kinds;

import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Lists the step handlers compiled into this artifact.
 *
 * <p>In a named module, declare it in {@code module-info.java}:
 *
 * <pre>{@code
 * provides io.tasker.spi.HandlerModule with com.acme.kinds.KindsHandlerModule;
 * }</pre>
 */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
@StepIndex(handlers = Audit_Steps.class)
public final class KindsHandlerModule implements HandlerModule {
  /** Called by {@link java.util.ServiceLoader}. */
  public KindsHandlerModule() {}

  @Override
  public String name() {
    return "com.acme.kinds";
  }

  @Override
  public List<StepAdapter> adapters() {
    return Audit_Steps.adapters();
  }

  @Override
  public List<String> templates() {
    return List.of("META-INF/tasker/templates/audit/rating-1.0.0.yaml");
  }

  @Override
  public List<EventSubscriberAdapter> subscribers() {
    return Audit_Steps.subscribers();
  }
}
