package io.tasker.engine;

import static io.tasker.template.EventDeclaration.Condition.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.event.DomainEvent;
import io.tasker.event.PublisherRegistry;
import io.tasker.event.StepEventPublisher;
import io.tasker.spi.EventServices;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is checked and wired when an engine with events starts. */
@Timeout(60)
class EventStartTest {
  private static final TaskRequest FLOW = TaskRequest.of("test", "flow");

  /** A service that a subscriber asks for. */
  private interface Journal {
    void add(String line);
  }

  private record Named(String name) implements StepEventPublisher {}

  /** What the processor makes of a method {@code onPayment(DomainEvent, @Provided Journal)}. */
  private static final class Subscriber implements EventSubscriberAdapter {
    private static final Parameter<Journal> JOURNAL =
        Parameter.provided(JsonType.of(Journal.class));

    private final List<String> patterns;

    Subscriber(String... patterns) {
      this.patterns = List.of(patterns);
    }

    @Override
    public String declaredAt() {
      return "Audit.onPayment(DomainEvent, Journal)";
    }

    @Override
    public List<String> patterns() {
      return patterns;
    }

    @Override
    public List<Parameter<?>> services() {
      return List.of(JOURNAL);
    }

    @Override
    public void call(DomainEvent event, EventServices services) {
      services.service(JOURNAL).add(event.name());
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

  private static HandlerRegistry handlers(EventSubscriberAdapter... subscribers) {
    return HandlerRegistry.of(new Module(List.of(subscribers))).register("a", context -> 1);
  }

  @Test
  void aSubscribingMethod_isCalledOncePerEvent_withItsServices() throws Exception {
    List<String> lines = new ArrayList<>();
    try (LocalEngine engine =
        EventFlow.direct(
                EventFlow.step(
                    Templates.ONCE,
                    EventFlow.event("payment.processed", SUCCESS),
                    EventFlow.event("order.sent", SUCCESS)))
            .registry(handlers(new Subscriber("payment.*", "*.processed")))
            .provide(Journal.class, lines::add)
            .build()) {
      engine.submit(FLOW).await();
    }
    assertThat(lines).containsExactly("payment.processed");
  }

  @Test
  void allProblems_areNamedAtOnce() {
    LocalEngineBuilder builder =
        EventFlow.direct(
                EventFlow.step(
                    Templates.ONCE,
                    EventFlow.event("a.one", SUCCESS, DeliveryMode.FAST, "PaymentEvent"),
                    EventFlow.event("a.two", SUCCESS, DeliveryMode.FAST, "Orders"),
                    EventFlow.event("a.three", SUCCESS, DeliveryMode.FAST, "default"),
                    EventFlow.checked("a.four", SUCCESS, Map.of("$ref", "#/nowhere"))))
            .registry(handlers(new Subscriber("payment")))
            .publisher(new Named("PaymentEvents"))
            .subscribe("Order.*", event -> {})
            .eventBuffer(0);

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            EngineConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .satisfiesExactly(
                        buffer -> assertThat(buffer).isEqualTo("eventBuffer must be at least 1: 0"),
                        one ->
                            assertThat(one)
                                .isEqualTo(
                                    "test/flow@1.0.0: step 'a', event 'a.one': publisher"
                                        + " 'PaymentEvent' is not registered. Did you mean"
                                        + " 'PaymentEvents'? Registered: PaymentEvents"),
                        two -> assertThat(two).contains("event 'a.two': publisher 'Orders'"),
                        four ->
                            assertThat(four).contains("event 'a.four': the schema cannot be used"),
                        pattern ->
                            assertThat(pattern)
                                .startsWith("a subscriber: pattern 'Order.*' matches no event"),
                        method ->
                            assertThat(method)
                                .startsWith(
                                    "Audit.onPayment(DomainEvent, Journal): pattern 'payment'"),
                        service ->
                            assertThat(service)
                                .contains("Audit.onPayment(DomainEvent, Journal) needs the service")
                                .contains("provide(Journal.class, ...)")));
  }

  @Test
  void aRunningEngine_hasItsPublishersFrozen() {
    PublisherRegistry publishers = new PublisherRegistry().register(new Named("audit"));
    LocalEngineBuilder builder =
        EventFlow.direct(
                EventFlow.step(
                    Templates.ONCE, EventFlow.event("a.b", SUCCESS, DeliveryMode.FAST, "audit")))
            .registry(handlers())
            .publishers(publishers);
    try (LocalEngine engine = builder.build()) {
      assertThat(engine.events()).isNotNull();
      assertThatThrownBy(() -> publishers.register(new Named("late")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> builder.publisher(new Named("late")))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
