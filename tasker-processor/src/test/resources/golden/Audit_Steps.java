package com.acme.kinds;

import io.tasker.event.DomainEvent;
import io.tasker.http.ApiClient;
import io.tasker.spi.EventServices;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/** Runs the steps of {@link Audit}. Not API. */
@Generated("io.tasker.processor.TaskerProcessor")
@TaskerGenerated
@SuppressWarnings("doclint:missing")
@StepIndex(handlers = Audit.class)
public final class Audit_Steps {
  /** Has no instances. */
  private Audit_Steps() {}

  /** {@return the adapters, ordered by callable} */
  public static List<StepAdapter> adapters() {
    return List.of(askStep());
  }

  /** {@return the subscribers, ordered by method} */
  public static List<EventSubscriberAdapter> subscribers() {
    return List.of(new OnAnySubscriber(), new OnRatingSubscriber());
  }

  /** {@return step {@code ask}, which calls {@link Audit#ask}} */
  private static StepAdapter askStep() {
    Parameter<String> url = Parameter.input("url", String.class);
    Parameter<ApiClient> rates = Parameter.api("http://localhost/v1");
    return HandlerDescriptor.handler("audit_ask", "ask")
        .declaredAt("com.acme.kinds.Audit.ask(String, ApiClient)")
        .parameters(url, rates)
        .result(int.class)
        .calling(invocation -> Audit.ask(invocation.argument(url), invocation.argument(rates)));
  }

  /** Passes events to {@link Audit#onAny}. */
  private static final class OnAnySubscriber implements EventSubscriberAdapter {
    @Override
    public String declaredAt() {
      return "com.acme.kinds.Audit.onAny(DomainEvent)";
    }

    @Override
    public List<String> patterns() {
      return List.of("*");
    }

    @Override
    public void call(DomainEvent event, EventServices services) {
      Audit.onAny(event);
    }
  }

  /** Passes events to {@link Audit#onRating}. */
  private static final class OnRatingSubscriber implements EventSubscriberAdapter {
    /** The argument {@code lines}. */
    private static final Parameter<List<String>> LINES = Parameter.provided(new LinesType());

    /** The argument {@code clock}. */
    private static final Parameter<Supplier<?>> CLOCK = Parameter.provided(new ClockType());

    @Override
    public String declaredAt() {
      return "com.acme.kinds.Audit.onRating(List<String>, DomainEvent, Supplier<?>)";
    }

    @Override
    public List<String> patterns() {
      return List.of("rating.*", "order.created");
    }

    @Override
    public List<Parameter<?>> services() {
      return List.of(LINES, CLOCK);
    }

    @Override
    public void call(DomainEvent event, EventServices services) throws Exception {
      List<String> lines = services.service(LINES);
      Supplier<?> clock = services.service(CLOCK);
      Audit.onRating(lines, event, clock);
    }

    /** The type of the lines. */
    private static final class LinesType extends JsonType<List<String>> {}

    /** The type of the clock. */
    private static final class ClockType extends JsonType<Supplier<?>> {}
  }
}
