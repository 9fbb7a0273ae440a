package io.tasker.worker;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The handlers of the workers that tests start as processes of their own. */
public final class ProcessHandlers implements HandlerModule {

  /** Called by the service loader. */
  public ProcessHandlers() {}

  @Override
  public String name() {
    return "io.tasker.worker";
  }

  @Override
  public List<StepAdapter> adapters() {
    return List.of(new SecondTimeLucky());
  }

  /** Never ends at the first attempt and at once at the second. */
  private static final class SecondTimeLucky implements StepAdapter {
    private static final HandlerDescriptor DESCRIPTOR =
        TestHandlers.handler("second_time_lucky").build();

    @Override
    public HandlerDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public @Nullable Object call(StepInvocation invocation) throws Exception {
      if (invocation.context().attempt() == 1) {
        new CountDownLatch(1).await();
      }
      return invocation.context().attempt();
    }
  }
}
