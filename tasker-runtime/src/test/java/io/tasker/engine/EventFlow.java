package io.tasker.engine;

import io.tasker.event.DomainEvent;
import io.tasker.event.EngineEvent;
import io.tasker.event.EngineListener;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.JsonSchema;
import io.tasker.template.RetryPolicy;
import io.tasker.template.TaskTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Short ways to write steps with events, and a listener that writes down what becomes of them. */
final class EventFlow {
  private EventFlow() {}

  /** Writes down news of events. */
  static final class Recorder implements EngineListener {
    final List<String> published = new CopyOnWriteArrayList<>();
    final List<EngineEvent.EventFailed> failed = new CopyOnWriteArrayList<>();
    final List<EngineEvent.EventDropped> dropped = new CopyOnWriteArrayList<>();

    @Override
    public void eventPublished(EngineEvent.EventPublished event) {
      published.add(event.step() + " " + event.event() + " " + event.deliveryMode().yamlName());
    }

    @Override
    public void eventFailed(EngineEvent.EventFailed event) {
      failed.add(event);
    }

    @Override
    public void eventDropped(EngineEvent.EventDropped event) {
      dropped.add(event);
    }
  }

  static EventDeclaration event(String name, Condition condition) {
    return event(name, condition, DeliveryMode.FAST, "");
  }

  static EventDeclaration event(
      String name, Condition condition, DeliveryMode mode, String publisher) {
    return new EventDeclaration(name, "", condition, Optional.empty(), mode, publisher);
  }

  static EventDeclaration checked(String name, Condition condition, Map<String, Object> schema) {
    return new EventDeclaration(
        name, "", condition, Optional.of(new JsonSchema(schema)), DeliveryMode.FAST, "");
  }

  /** Returns a template whose only step, {@code a}, publishes the events. */
  static TaskTemplate step(RetryPolicy retry, EventDeclaration... events) {
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(Templates.step("a").retry(retry).publishesEvents(List.of(events)).build())
        .build();
  }

  /** Returns an engine on the thread of the test, events included. */
  static LocalEngineBuilder direct(TaskTemplate template) {
    return LocalEngine.builder()
        .template(template)
        .executor(Runnable::run)
        .eventExecutor(Runnable::run)
        .jitter(() -> 1);
  }

  static List<String> names(List<DomainEvent> events) {
    return events.stream().map(DomainEvent::name).toList();
  }
}
