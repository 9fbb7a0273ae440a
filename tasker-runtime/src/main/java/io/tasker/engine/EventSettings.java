package io.tasker.engine;

import io.tasker.event.EventPattern;
import io.tasker.event.EventSink;
import io.tasker.event.EventSubscriber;
import io.tasker.event.PublisherRegistry;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.event.DeclaredEvent;
import io.tasker.internal.event.EventDispatch;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerModule;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.DeliveryMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the builder of an engine was told about domain events. */
final class EventSettings {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);

  PublisherRegistry publishers = new PublisherRegistry();
  @Nullable EventSink sink;
  @Nullable Executor executor;
  int buffer = 2000;
  private final List<Wanted> wanted = new ArrayList<>();

  /** A subscriber of the application, with its pattern as it was written. */
  private record Wanted(String pattern, EventSubscriber target) {}

  /** A subscriber that can be added, by the name that messages give it. */
  record Subscription(String name, List<EventPattern> patterns, EventSubscriber target) {}

  void subscribe(String pattern, EventSubscriber subscriber) {
    wanted.add(new Wanted(pattern, subscriber));
  }

  /** Returns all subscribers, those of the handlers' modules included. */
  List<Subscription> subscriptions(
      List<HandlerModule> modules,
      Map<Class<?>, Object> services,
      JacksonCodec codec,
      List<String> problems) {
    List<Subscription> subscriptions = new ArrayList<>();
    for (Wanted subscriber : wanted) {
      String name = subscriber.pattern();
      List<EventPattern> patterns = patterns("a subscriber", List.of(name), problems);
      subscriptions.add(new Subscription(name, patterns, subscriber.target()));
    }
    for (HandlerModule module : modules) {
      for (EventSubscriberAdapter adapter : module.subscribers()) {
        String name = adapter.declaredAt();
        subscriptions.add(
            new Subscription(
                name,
                patterns(name, adapter.patterns(), problems),
                AdaptedSubscriber.of(adapter, services, codec, problems)));
      }
    }
    return subscriptions;
  }

  private static List<EventPattern> patterns(
      String subscriber, List<String> texts, List<String> problems) {
    List<EventPattern> patterns = new ArrayList<>();
    for (String text : texts) {
      try {
        patterns.add(new EventPattern(text));
      } catch (IllegalArgumentException e) {
        problems.add("%s: pattern %s".formatted(subscriber, e.getMessage()));
      }
    }
    return patterns;
  }

  /** Starts what publishes events; adds to {@code owned} how to stop what it needs. */
  EventDispatch start(
      List<Subscription> subscriptions,
      JacksonCodec codec,
      Listeners listeners,
      List<Runnable> owned) {
    publishers.freeze();
    Executor threads = executor;
    if (threads == null) {
      ExecutorService own = EngineThreads.create();
      owned.add(own::shutdownNow);
      threads = own;
    }
    EventDispatch dispatch = new EventDispatch(codec, sink, threads, buffer, listeners);
    for (Subscription subscription : subscriptions) {
      dispatch.subscribe(subscription.name(), subscription.patterns(), subscription.target());
    }
    return dispatch;
  }

  /** Says once, at the start, that durable events stay in the process, if they do. */
  void announceLackOfSink(List<CompiledWorkflow> workflows) {
    if (sink != null) {
      return;
    }
    List<String> names =
        workflows.stream()
            .flatMap(workflow -> workflow.events().values().stream())
            .flatMap(List::stream)
            .map(DeclaredEvent::declaration)
            .filter(event -> event.deliveryMode() != DeliveryMode.FAST)
            .map(EventDeclaration::name)
            .distinct()
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      LOG.info(
          "No event sink: these durable events reach subscribers in this process only: {}",
          String.join(", ", names));
    }
  }
}
