package io.tasker.engine;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.NoHandlersException;
import io.tasker.event.EngineListener;
import io.tasker.internal.ApiClients;
import io.tasker.internal.JacksonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What the builder of any engine was told. */
final class EngineSettings {
  @Nullable HandlerRegistry registry;
  final TemplateSources templates = new TemplateSources();
  final ConfigSettings config = new ConfigSettings();
  final Map<Class<?>, Object> services = new LinkedHashMap<>();
  final List<EngineListener> listeners = new ArrayList<>();
  final EventSettings events = new EventSettings();
  String environment = "production";

  /**
   * Returns the handlers.
   *
   * @throws NoHandlersException if there are none
   */
  HandlerRegistry handlers() {
    HandlerRegistry handlers = registry == null ? HandlerRegistry.load() : registry;
    if (handlers.isEmpty()) {
      throw new NoHandlersException(List.of());
    }
    return handlers;
  }

  /** Returns what templates are compiled with, to be closed by the caller. */
  WorkflowSources sources(
      HandlerRegistry handlers, boolean isRoundTrip, JacksonCodec codec, List<String> problems) {
    return new WorkflowSources(
        handlers,
        config,
        Map.copyOf(services),
        events.publishers,
        environment,
        templates.read(handlers, problems),
        isRoundTrip,
        codec,
        new ApiClients());
  }

  StepRunner stepRunner() {
    HandlerRegistry handlers = handlers();
    List<String> problems = new ArrayList<>();
    requirePositive(events.buffer, "eventBuffer", problems);
    JacksonCodec codec = new JacksonCodec();
    WorkflowSources sources = sources(handlers, true, codec, problems);
    List<RunnableWorkflow> workflows = sources.compileLocal(problems);
    List<EventSettings.Subscription> subscriptions =
        events.subscriptions(handlers.modules(), services, codec, problems);
    if (!problems.isEmpty()) {
      sources.close();
      throw new EngineConfigurationException(problems);
    }
    return new StepRunner(
        sources,
        workflows,
        codec,
        new Listeners(listeners),
        events,
        subscriptions,
        new StepLogFields(MDC.getMDCAdapter()));
  }

  static void requirePositive(int value, String option, List<String> problems) {
    if (value < 1) {
      problems.add(option + " must be at least 1: " + value);
    }
  }
}
