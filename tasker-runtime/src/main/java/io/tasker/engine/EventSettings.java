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
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What the builder of an engine was told about domain events. */
final class EventSettings {
  PublisherRegistry publishers = new PublisherRegistry();
  @Nullable EventSink sink;
  @Nullable Executor executor;
  int buffer = 2000;
  private final List<Wanted> wanted = new ArrayList<>();

  /** A subscriber of the application, with its pattern as it was written. */
  private record Wanted(String pattern, EventSubscriber target) {}

  /** A subscriber that can be added, by the name that messages give it. */
  private record Subscription(String name, List<EventPattern> patterns, EventSubscriber target) {}

  /** The events of an engine that is about to start: all that was decided before a step ends. */
  static final class Plan {
    private final IdentityHashMap<TaskTemplate, Map<String, List<DeclaredEvent>>> declared =
        new IdentityHashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
  }

  void subscribe(String pattern, EventSubscriber subscriber) {
    wanted.add(new Wanted(pattern, subscriber));
  }

  /** Decides what can be decided at the start, and reports what can never work. */
  Plan plan(
      List<HandlerModule> modules,
      List<CompiledWorkflow> workflows,
      Map<Class<?>, Object> services,
      JacksonCodec codec,
      List<String> problems) {
    Plan plan = new Plan();
    EventCompiler compiler = new EventCompiler(publishers, codec, problems);
    for (CompiledWorkflow workflow : workflows) {
      TaskTemplate template = workflow.plan().template();
      Map<String, List<DeclaredEvent>> events = compiler.compile(template);
      if (!events.isEmpty()) {
        plan.declared.put(template, events);
      }
    }
    for (Wanted subscriber : wanted) {
      String name = subscriber.pattern();
      List<EventPattern> patterns = compiler.patterns("a subscriber", List.of(name));
      plan.subscriptions.add(new Subscription(name, patterns, subscriber.target()));
    }
    for (HandlerModule module : modules) {
      for (EventSubscriberAdapter adapter : module.subscribers()) {
        String name = adapter.declaredAt();
        List<EventPattern> patterns = compiler.patterns(name, adapter.patterns());
        plan.subscriptions.add(
            new Subscription(
                name, patterns, AdaptedSubscriber.of(adapter, services, codec, problems)));
      }
    }
    return plan;
  }

  /** Starts what publishes the events; adds to {@code owned} how to stop what it needs. */
  StepEvents start(
      Plan plan, JacksonCodec codec, Listeners listeners, EngineTimer timer, List<Runnable> owned) {
    publishers.freeze();
    Executor threads = executor;
    if (threads == null) {
      ExecutorService own = EngineThreads.create();
      owned.add(own::shutdownNow);
      threads = own;
    }
    EventDispatch dispatch = new EventDispatch(codec, sink, threads, buffer, listeners);
    for (Subscription subscription : plan.subscriptions) {
      dispatch.subscribe(subscription.name(), subscription.patterns(), subscription.target());
    }
    if (sink == null) {
      EventCompiler.announceLackOfSink(plan.declared.values());
    }
    return new StepEvents(plan.declared, dispatch, timer);
  }
}
