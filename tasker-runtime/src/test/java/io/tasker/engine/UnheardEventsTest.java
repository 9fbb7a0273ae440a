package io.tasker.engine;

import static io.tasker.template.EventDeclaration.Condition.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.event.DomainEvent;
import io.tasker.spi.EventServices;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnheardEventsTest {

  /** What the processor makes of a method with {@code @Subscribes}. */
  private record Subscriber(List<String> patterns) implements EventSubscriberAdapter {
    @Override
    public String declaredAt() {
      return "Audit.onPayment(DomainEvent)";
    }

    @Override
    public List<Parameter<?>> services() {
      return List.of();
    }

    @Override
    public void call(DomainEvent event, EventServices services) {
      throw new AssertionError("nothing is published");
    }
  }

  private record Module(List<EventSubscriberAdapter> subscribers) implements HandlerModule {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public List<StepAdapter> adapters() {
      return List.of();
    }
  }

  private static EventDeclaration event(String name, DeliveryMode mode) {
    return EventFlow.event(name, SUCCESS, mode, "");
  }

  @Test
  void patternsThatMatchDurableEventsOnly_areNamed() {
    StepRunnerBuilder runner =
        StepRunner.builder()
            .registry(
                HandlerRegistry.of(
                        new Module(
                            List.of(
                                new Subscriber(List.of("payment.*", "order.sent", "gone.away")))))
                    .register("a", context -> 1))
            .template(
                EventFlow.step(
                    Templates.ONCE,
                    event("payment.processed", DeliveryMode.DURABLE),
                    event("payment.refunded", DeliveryMode.DURABLE),
                    event("order.sent", DeliveryMode.FAST),
                    event("order.paid", DeliveryMode.BROADCAST),
                    event("cart.kept", DeliveryMode.DURABLE)))
            .subscribe("cart.kept", event -> {})
            .subscribe("order.*", event -> {})
            .subscribe("*", event -> {});

    EngineParts parts = runner.settings.parts(true, List.of());
    try {
      assertThat(UnheardEvents.subscribers(parts))
          .containsExactly("'cart.kept'", "'payment.*' of Audit.onPayment(DomainEvent)");
    } finally {
      parts.sources().close();
    }
  }
}
